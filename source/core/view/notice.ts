import type {Tone} from '../screen/span.js';
import {takeCells} from '../text/measure.js';

/** Sentence that is shown in the footer until a time, or until the place that it came up in is left; until `Infinity` it is until a key. */
export type Notice = {
	/** Name of the instance that the sentence begins with; empty where it is about none. It is shortened where the line is too narrow. */
	readonly name: string;
	readonly text: string;
	readonly tone: Tone;
	readonly until: number;
};

/** A notice is shown for this long. */
export const noticeStays = 4000;

/** Cells that are kept of a notice's text, which each frame measures: no line has more, and what a program printed may be a megabyte. */
const longestNotice = 1000;

/** What can be said of a notice beside its text. */
export type NoticeStyle = {
	readonly tone?: Tone;
	readonly name?: string;
	/** It stays until a key is pressed, since the screen may have no room for it now. */
	readonly isUntilKey?: boolean;
};

export function createNotice(text: string, now: number, {tone = 'plain', name = '', isUntilKey = false}: NoticeStyle = {}): Notice {
	return {
		name, text: takeCells(text, longestNotice), tone, until: isUntilKey ? Infinity : now + noticeStays,
	};
}
