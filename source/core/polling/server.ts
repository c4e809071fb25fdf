import {minute, second} from '../text/duration.js';
import type {SafeText} from '../text/sanitize.js';

/** Why it is not known how a server is: no answer came, it has no such page, or what came is not what is documented. */
export type UnknownReason = 'no-answer' | 'not-there' | 'unreadable';

/** What a server told beside how it is: for how long it has been up, in milliseconds, and which of its checks are not well. */
type Told = {readonly uptime: number | undefined; readonly failing: readonly SafeText[]};

/** What a server reports of itself. `other` is a word that is not documented, as it came. */
export type ServerReport =
	| {readonly kind: 'ok' | 'degraded'} & Told
	| {readonly kind: 'other'; readonly word: SafeText} & Told
	| {readonly kind: 'unknown'; readonly reason: UnknownReason};

/** A look at a server: what it reported, and when by both clocks, in milliseconds. */
export type ServerLook = {readonly at: number; readonly elapsed: number; readonly report: ServerReport};

/** A look that told for how long the server had been up. */
type UpLook = Pick<ServerLook, 'at' | 'elapsed'> & {readonly uptime: number};

/** What is known of a server by the looks at it. */
export type Server = {
	readonly report: ServerReport;
	/** When it was last looked at. */
	readonly at: number;
	readonly lastUp: UpLook | undefined;
	/** When it started, by our wall clock; what the jitter of clocks and answers explains does not move it. */
	readonly startedAt: number | undefined;
	/** How many restarts were seen. */
	readonly restarts: number;
	/** Since which look it has said that it is not well, and in what words; only its own word to the contrary ends it. */
	readonly ill: {readonly since: number; readonly words: string} | undefined;
};

/** What a look at a server showed to have happened. It restarted between the looks `from` and `to`; `was` is its uptime at the first. */
export type ServerHappening =
	| {readonly kind: 'server-restarted'; readonly from: number; readonly to: number; readonly was: number}
	| {readonly kind: 'server-ill'; readonly words: string}
	| {readonly kind: 'server-well'; readonly words: string; readonly milliseconds: number};

/**
By so much an uptime may be beside what is expected of it, in milliseconds: it comes in whole seconds, an answer takes up to
`longestLook`, and a clock is set by a second or two now and then.
*/
const tolerance = 8 * second;

/** How long a server may take to tell how it is, in milliseconds. One that takes longer is asked again soon enough. */
export const longestLook = 5 * second;

/** A server is looked at no more often than this, in milliseconds. */
export const looksApart = minute / 2;

/** Adds a look at a server to what is known of it, and tells what it showed to have happened since the look before. */
export function foldServerLook(before: Server | undefined, {at, elapsed, report}: ServerLook): {
	readonly server: Server;
	readonly happened: readonly ServerHappening[];
} {
	const uptime = report.kind === 'unknown' ? undefined : report.uptime;
	const up = uptime === undefined ? undefined : {at, elapsed, uptime};
	const lastUp = before?.lastUp;
	const hasRestarted = up !== undefined && lastUp !== undefined && isOfAnotherStart(lastUp, up);
	const {ill, happened} = foldIllness(before?.ill, report, at);
	return {
		server: {
			report,
			at,
			lastUp: up ?? lastUp,
			startedAt: up === undefined ? before?.startedAt : startOf(up, before?.startedAt),
			restarts: (before?.restarts ?? 0) + Number(hasRestarted),
			ill,
		},
		happened: [
			...hasRestarted
				? [{
					kind: 'server-restarted', from: Math.min(lastUp.at, at), to: at, was: lastUp.uptime,
				} as const]
				: [],
			...happened,
		],
	};
}

/**
Whether a server restarted between two looks: it is up for no longer than they are apart, and for less than it would be if it were the same
start. An uptime that is merely less is of another server at the same address, which ran at the former look already.

The machine's sleep is in the wall clock's time alone, and what somebody sets the wall clock by is not in the monotonic one: each condition
goes by the clock that makes no restart up.
*/
function isOfAnotherStart(before: UpLook, after: UpLook): boolean {
	const apart = after.elapsed - before.elapsed;
	const longest = Math.max(apart, after.at - before.at);
	return after.uptime <= longest + tolerance && after.uptime < before.uptime + apart - tolerance;
}

function startOf({at, uptime}: UpLook, before: number | undefined): number {
	const startedAt = at - uptime;
	return before !== undefined && Math.abs(startedAt - before) <= tolerance ? before : startedAt;
}

function foldIllness(ill: Server['ill'], report: ServerReport, at: number): {readonly ill: Server['ill']; readonly happened: readonly ServerHappening[]} {
	const words = describeIllness(report);
	if (words !== undefined) {
		return {ill: {since: ill?.since ?? at, words}, happened: ill === undefined ? [{kind: 'server-ill', words}] : []};
	}

	return report.kind === 'ok' && ill !== undefined
		? {ill: undefined, happened: [{kind: 'server-well', words: ill.words, milliseconds: Math.max(0, at - ill.since)}]}
		: {ill, happened: []};
}

/** What a server reports where it is not well, in words: `degraded: db`. `undefined` where it does not, or nothing is known. */
export function describeIllness(report: ServerReport): string | undefined {
	switch (report.kind) {
		case 'ok':
		case 'unknown': {
			return undefined;
		}

		case 'degraded':
		case 'other': {
			const word = report.kind === 'other' ? report.word : report.kind;
			return `${word}${report.failing.length === 0 ? '' : `: ${report.failing.join(', ')}`}`;
		}
	}
}

/** What a server reports, in words; where nothing is known, why. */
export function describeReport(report: ServerReport): string {
	return report.kind === 'unknown' ? describeUnknown(report.reason) : describeIllness(report) ?? 'ok';
}

/** Why it is not known how a server is, in words. */
export function describeUnknown(reason: UnknownReason): string {
	switch (reason) {
		case 'no-answer': {
			return 'its /health gave no answer';
		}

		case 'not-there': {
			return 'it has no /health';
		}

		case 'unreadable': {
			return 'its /health did not answer as documented';
		}
	}
}
