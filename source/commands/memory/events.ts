import type {EventsSettings} from '../../config/settings/events.js';
import type {MemoryOptions} from '../../config/settings/memory.js';
import {instantOf} from '../../core/text/time/instant-of.js';
import type {Span} from '../../history/past/read-lines.js';
import {mergeEvents, openStory, type Story} from '../../history/past/story.js';
import {eventFormats, isEventFormat} from '../../output/events/formats.js';
import {placeOf} from '../../polling/memory/open-rememberings.js';
import type {ExitCode} from '../../process/exit-code.js';
import {localTime} from '../../process/time/local-time.js';
import type {MemoryContext} from '../context.js';
import {readMemory} from './read-memory.js';
import {writeStory} from './write-story.js';

type Settings = EventsSettings & Pick<MemoryOptions, 'source'>;

/** Runs `ryzetop events`, which writes what the memory holds. That there is nothing to tell is no failure. */
export async function runEvents(settings: Settings, context: MemoryContext): Promise<ExitCode> {
	// The parser of the option takes no other format.
	const format = isEventFormat(settings.format) ? settings.format : 'table';
	const {from, to} = spanOf(settings, context, undefined);
	if (settings.from?.kind !== 'last' && settings.to?.kind !== 'last' && from >= to) {
		await context.say('--from: It has to be before --to.');
		return 2;
	}

	return readMemory(context, {
		absent: async () => writeStory(nothingToTell, {...settings, format}, context),
		open: async database => writeStory(openStory(database, {
			places: settings.source.urls?.map(url => placeOf(url)),
			spanOf: visitedAt => spanOf(settings, context, visitedAt),
			filter: settings.filter,
			isReversed: settings.isReversed,
			isFolded: eventFormats[format].isFolded,
		}), {...settings, format}, context),
	});
}

/** What a memory tells that does not exist. */
const nothingToTell: Story = {
	accounts: [], places: undefined, watched: undefined, isWatched: false, names: () => [], events: mergeEvents([], false),
};

/** The span that is asked for, given when a monitor was last looked at. Where none ever was, `last` sets no end. */
function spanOf({from, to}: Settings, {now}: MemoryContext, visitedAt: number | undefined): Span {
	const read = (given: Settings['from']) => given?.kind === 'last' ? visitedAt : given && instantOf(given, {now, localTime});
	return {from: read(from) ?? -Infinity, to: read(to) ?? Infinity};
}
