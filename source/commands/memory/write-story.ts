import type {EventsSettings} from '../../config/settings/events.js';
import {createClockTime, type ClockTime} from '../../core/text/clock-time.js';
import {toAscii} from '../../core/text/portable/to-ascii.js';
import {sanitize} from '../../core/text/sanitize.js';
import {asciiSymbols, unicodeSymbols} from '../../core/screen/symbols.js';
import type {Slices} from '../../core/polling/slices.js';
import type {Story} from '../../history/past/story.js';
import {eventFormats, type EventFormatName} from '../../output/events/formats.js';
import type {EventWriteOptions, EventWriter} from '../../output/events/format.js';
import type {ExitCode} from '../../process/exit-code.js';
import {runInSlices} from '../../process/run-in-slices.js';
import {localTime} from '../../process/time/local-time.js';
import {isAsciiOnly} from '../../terminal/capabilities.js';
import {describeWriteFailure, terminalWidth, type MemoryContext} from '../context.js';

type Settings = Pick<EventsSettings, 'filter' | 'isAscii'> & {readonly format: EventFormatName};

/** Of a command that a signal has stopped, whose own code is the exit code then. */
const stopped = 3;

/** In UTF-16 code units. So much is written at once. */
const pieceLength = 65_536;

/** Number of events of which one step writes the text. */
const perStep = 20;

/** Writes a story piece by piece: each is read when the one before was taken. That there is nothing to tell is said, and no failure. */
export async function writeStory(story: Story, {filter, isAscii, format}: Settings, context: MemoryContext): Promise<ExitCode> {
	const {signal, write, encode, say} = context;
	const {load, texts} = eventFormats[format];
	const open = await load();
	const time = createClockTime(localTime);
	const writer = open(writeOptions(story, isAscii, context, time));
	// The other formats are for programs, which read UTF-8.
	const encodeAll = texts === 'safe' ? (isAscii ? toAscii : encode) : (text: string) => text;
	let [isFirst, isDone, isEmpty] = [true, false, true];
	while (!isDone) {
		// eslint-disable-next-line no-await-in-loop -- one piece after the other
		const piece = await runInSlices(readPiece(story, writer, isFirst), signal);
		if (piece === undefined) {
			return stopped;
		}

		// eslint-disable-next-line no-await-in-loop -- one piece after the other
		const failure = piece.text === '' ? undefined : await write(encodeAll(piece.text));
		if (failure === 'EPIPE') {
			return 0;
		}

		if (failure !== undefined) {
			// eslint-disable-next-line no-await-in-loop -- it is the last
			await say(describeWriteFailure(failure));
			return 2;
		}

		isFirst = false;
		isEmpty &&= piece.count === 0;
		isDone = piece.isLast;
	}

	const words = isEmpty ? describeNothing(story, filter.terms.length > 0, time) : undefined;
	if (words !== undefined) {
		await say(words);
	}

	return 0;
}

type Piece = {readonly text: string; readonly count: number; readonly isLast: boolean};

/** Reads the events of a piece and writes their texts. */
function * readPiece({events}: Story, writer: EventWriter, isFirst: boolean): Slices<Piece> {
	let text = isFirst ? writer.begin() : '';
	let count = 0;
	while (text.length < pieceLength) {
		const step = events.next();
		if (step.done === true) {
			return {text: text + writer.end(), count, isLast: true};
		}

		if (step.value !== undefined) {
			text += writer.write(step.value);
			count += 1;
		}

		if (step.value === undefined || count % perStep === 0) {
			yield;
		}
	}

	return {text, count, isLast: false};
}

function writeOptions(
	{accounts, names}: Story,
	isAscii: boolean,
	{stdout, environment, now}: MemoryContext,
	time: ClockTime,
): EventWriteOptions {
	const end = (of: 'from' | 'to') => {
		const [first, ...others] = new Set(accounts.map(({span}) => span[of]));
		return first !== undefined && others.length === 0 && Number.isFinite(first) ? first : undefined;
	};

	return {
		now,
		from: end('from'),
		to: end('to'),
		places: accounts.map(({name}) => name),
		names,
		time,
		symbols: isAscii || isAsciiOnly(stdout, environment) ? asciiSymbols : unicodeSymbols,
		isTerminal: stdout.isTTY === true,
		width: terminalWidth(stdout),
	};
}

/** Says why there is nothing to tell; `undefined` where that was said. */
function describeNothing({accounts, places, watched, isWatched}: Story, isFiltered: boolean, time: ClockTime): string | undefined {
	if (places === undefined) {
		return undefined;
	}

	if (accounts.length === 0 && places.length > 0) {
		return `The memory has nothing of that deployment. It has ${places.map(place => sanitize(place)).join(', ')}.`;
	}

	if (watched === undefined) {
		return 'The memory is empty: nobody has watched yet.';
	}

	const reach = `The memory reaches from ${time.stamp(watched.from)} to ${time.stamp(watched.to)}.`;
	if (!isWatched) {
		return `Nobody watched then. ${reach}`;
	}

	return isFiltered
		? `No event matches the filter: of an instance the memory holds its name and its states, and no other field. ${reach}`
		: `Nothing happened then. ${reach}`;
}
