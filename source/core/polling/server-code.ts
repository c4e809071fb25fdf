import {second} from '../text/duration.js';
import type {ServerHappening} from './server.js';

/**
What the memory keeps of what happened to a server, among the troubles of an account: the two looks, or the time in which it said that it
was not well. `status` is the uptime before a restart, in seconds.
*/
export type ServerRecord = {readonly began: number; readonly ended: number; readonly kind: string; readonly status: number | undefined};

const restarted = 'server-restarted';
const ill = 'server-ill';

/** Whether a kind is that of a restart, which two processes may have seen between other looks. */
export function isRestart(kind: string): boolean {
	return kind === restarted;
}

/** What is kept of a happening that ended at `at`; nothing of one that has only begun. The server's own words are not in it. */
export function serverRecord(happening: ServerHappening, at: number): ServerRecord | undefined {
	switch (happening.kind) {
		case 'server-restarted': {
			return {
				began: happening.from, ended: happening.to, kind: restarted, status: Math.round(happening.was / second),
			};
		}

		case 'server-well': {
			return {
				began: at - happening.milliseconds, ended: at, kind: ill, status: undefined,
			};
		}

		case 'server-ill': {
			return undefined;
		}
	}
}

/** Words for an illness that is remembered. */
const rememberedWords = 'trouble';

/** The happenings of a record, each with its time; `undefined` where the record is of another kind. */
export function serverHappenings({
	began, ended, kind, status = 0,
}: ServerRecord): ReadonlyArray<ServerHappening & {readonly at: number}> | undefined {
	switch (kind) {
		case restarted: {
			return [{
				kind, at: ended, from: began, to: ended, was: status * second,
			}];
		}

		case ill: {
			return [
				{kind, at: began, words: rememberedWords},
				{
					kind: 'server-well', at: ended, words: rememberedWords, milliseconds: ended - began,
				},
			];
		}

		default: {
			return undefined;
		}
	}
}
