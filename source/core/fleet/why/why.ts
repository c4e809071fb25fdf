import {blocks, integrations} from '../../blocks/blocks.js';
import type {Action} from '../../instance/action.js';
import type {Standing} from '../../instance/integration.js';
import type {Oddity} from '../../instance/oddities.js';
import {unicodeSymbols} from '../../screen/symbols.js';
import type {ClockTime} from '../../text/clock-time.js';
import {
	describeSetting,
	minute,
} from '../../text/duration.js';
import {countFlaps, flapWindow} from '../flapping.js';
import {describeSeen} from '../seen/describe-lasted.js';
import type {SeenSince} from '../seen/since.js';
import type {Tracked} from '../tracked.js';

/** What the reasons of a row are found in. */
export type Judged = {
	readonly tracked: Pick<Tracked, 'instance' | 'history' | 'gone' | 'goneSince'>;
	readonly facts: {readonly odd: readonly Oddity[]; readonly integrations: readonly Standing[]};
	readonly action: Action;
	readonly isFlapping: boolean;
	readonly since: SeenSince;
	readonly lasted: number;
	readonly era: number;
};

/** Time at which the reasons are told. With a clock they tell times of day, without one lengths of time, which hold in any time zone. */
export type WhyContext = {
	readonly now: number;
	readonly time: Pick<ClockTime, 'spoken'> | undefined;
};

/** One reason, as a function of the row: its words, or `undefined` where it does not hold. */
type Reason = (row: Judged, context: WhyContext) => string | undefined;

/**
TABLE of the reasons, the most important first: of the session DO tells too, so that it comes after what a mark stands for. The oddities and
the standings come last, in the order of their own tables.
*/
const reasons = {
	remembered: ({tracked: {instance}}) => instance.isRemembered ? 'only remembered, no answer yet' : undefined,
	unread: row => oddityWords(row, 'unread'),
	unknown: row => oddityWords(row, 'unknown-state'),
	state: describeState,
	flapping: ({isFlapping, tracked: {history}, era}, {now}) => isFlapping
		? `${countFlaps(history, {now, era})} changes in ${describeSetting(flapWindow)}`
		: undefined,
	session: describeSession,
} as const satisfies Readonly<Record<string, Reason>>;

/** Ids of the oddities that have a place of their own among the reasons. */
const placedOddities: ReadonlySet<string> = new Set(['unread', 'unknown-state']);

/**
Says in words why a row is not fine: all reasons that hold, the most important first. The text is empty where all is fine. Of an instance
that has left the list nothing else is known now.
*/
export function whyOf(row: Judged, context: WhyContext): string {
	const {tracked, facts} = row;
	if (tracked.gone !== undefined) {
		return describeGone(row, context);
	}

	return [
		...Object.values(reasons).map((reason: Reason) => reason(row, context)),
		...facts.odd.filter(({id}) => !placedOddities.has(id)).map(({words}) => words),
		...unexplainedTroubles(row),
	].filter(words => words !== undefined).join(', ');
}

/** Hours and offsets of time zones begin with a quarter of an hour, so that no text with a time of day changes within one. */
const quarter = 15 * minute;

/** Time until which a reason that holds at `now` is told in the same words, as far as they tell a time of day: `today` ends at midnight. */
export function clockValidUntil(why: string, {now, time}: WhyContext): number {
	return time === undefined || why === '' ? Infinity : (Math.floor(now / quarter) + 1) * quarter;
}

function describeGone({tracked: {gone = 0, goneSince}, era}: Judged, {now, time}: WhyContext): string {
	const isDated = goneSince?.isExact === true && goneSince.era === era;
	return time !== undefined && isDated ? `gone from the list since ${time.spoken(gone, now)}` : 'gone from the list';
}

function describeState({tracked: {instance}, since, lasted}: Judged, {now, time}: WhyContext): string | undefined {
	const moment = time !== undefined && since.bound === 'exact' ? time.spoken(since.at, now) : undefined;
	switch (instance.state.kind) {
		case 'disconnected': {
			return moment === undefined ? withLength('down', since, lasted) : `down since ${moment}`;
		}

		case 'loggedout': {
			return moment === undefined ? withLength('logged out', since, lasted) : `logged out ${moment}`;
		}

		case 'connecting': {
			return withLength('connecting', since, lasted);
		}

		case 'connected':
		case 'other': {
			return undefined;
		}
	}
}

/** Adds how long a state has lasted, as the column SINCE tells it. What says nothing is left out. */
function withLength(word: string, {bound}: SeenSince, lasted: number): string {
	const length = describeSeen(lasted, bound, unicodeSymbols);
	return length === undefined ? word : `${word} for ${length}`;
}

/** Says why one has to be reconnected or paired, where its state does not say it. Of one that is only remembered it is not known. */
function describeSession({tracked: {instance}, action}: Judged): string | undefined {
	if (instance.isRemembered || instance.state.kind === 'loggedout') {
		return undefined;
	}

	return action === 'reconnect' ? 'session saved' : (action === 'pair' ? 'never paired' : undefined);
}

function oddityWords({facts}: Judged, id: string): string | undefined {
	return facts.odd.find(oddity => oddity.id === id)?.words;
}

/** Integrations that are in trouble though no oddity of theirs holds: what came of them is not what the API documents. */
function unexplainedTroubles({facts}: Judged): readonly string[] {
	return integrations
		.filter((name, index) => facts.integrations[index] === 'trouble' && facts.odd.every(({integration}) => integration !== name))
		.map(name => `${blocks[name].title} is not as the API documents it`);
}
