import type {Keymap} from '../../keymap/bindings.js';
import type {HintWords} from '../../keymap/describe.js';
import {hintLine} from '../../keymap/hint-line.js';
import type {KeyNames} from '../../keymap/key-names.js';
import type {FocusedPlace} from '../../keymap/places.js';
import {fitLine, lineWidth, spread} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import {cellWidth} from '../../text/measure.js';
import {cutMiddle} from '../../text/cut-middle.js';
import type {Notice} from '../notice.js';
import type {Question} from '../view-state.js';
import {leastName, questionLine} from './question-lines.js';

/** What the footer tells. */
export type FooterParts = {
	/** The place whose keys are shown. */
	readonly here: FocusedPlace;
	/** Words of keys that differ now from those of the table of keys. */
	readonly words: HintWords | undefined;
	readonly notice: Notice | undefined;
	/** What a person is asked. The next key is the answer, so that no keys of the place are shown. */
	readonly question: Question | undefined;
	/** The position in the list, such as `3/44`; empty where there is none. */
	readonly position: string;
	/** How many are acknowledged, before the position, where there is room; empty if there are none. */
	readonly acknowledged?: string | undefined;
	/** What a person should know of that is out of sight; empty if there is nothing. */
	readonly outOfSight: Line;
};

/** The keys in force and their names, and what stands for what is cut. */
type FooterStyle = {readonly keymap: Keymap; readonly ellipsis: string; readonly names?: KeyNames};

/** Cells between the keys, or a notice, and what stands at the right. */
const gap = 2;

/** A name in a notice keeps so many cells where the words lose their end anyway. */
const fairName = 16;

/**
Makes the footer of `width` cells: the keys of the place at the left, as many as fit, what is out of sight and the position at the right.
A notice takes the left; the keys that a person has to know to get on are never left out, here as little as anywhere: first what else stands
at the right makes room, then their words do, then the end of the notice.
*/
export function footerLine(parts: FooterParts, width: number, {keymap, ellipsis, names}: FooterStyle): Line {
	const {here, words, notice, question, position, acknowledged = '', outOfSight} = parts;
	if (question !== undefined) {
		return fitLine(questionLine(question, width, ellipsis), width, ellipsis);
	}

	const kept = (cells: number) => hintLine(here, cells, keymap, {words, isKeptOnly: true, names});
	const shortest = kept(0);
	const room = width - lineWidth(shortest) - gap;
	const place: Line = position === '' ? [] : [span(`${position} `, 'dim')];
	const both = joined(outOfSight, place);
	const all = acknowledged === '' ? both : joined(outOfSight, joined([span(acknowledged, 'dim')], place));
	const alone = outOfSight.length === 0 ? place : joined(outOfSight, [span(' ')]);
	if (notice === undefined) {
		const right = [all, both, alone].find(line => lineWidth(line) <= room) ?? (room > leastName ? fitLine(alone, room, ellipsis) : []);
		const left = hintLine(here, width - lineWidth(right) - (right.length === 0 ? 0 : gap), keymap, {words, names});
		return spread(left, right, width, {gap, ellipsis});
	}

	const sentence = noticeLine(notice, Infinity, ellipsis);
	const longest = kept(Infinity);
	const right = [joined(longest, all), joined(longest, both), joined(longest, place), longest]
		.find(line => lineWidth(sentence) + gap + lineWidth(line) <= width) ?? shortest;
	const end = right.at(-1)?.text.endsWith(' ') === true ? right : [...right, span(' ')];
	const left = width - lineWidth(end) - 1;
	return [...fitLine(noticeLine(notice, left, ellipsis), left, ellipsis), span(' '), ...end];
}

function joined(one: Line, other: Line): Line {
	return one.length === 0 || other.length === 0 ? [...one, ...other] : [...one, span('  '), ...other];
}

/** The sentence of a notice. Where it takes more than `width` cells, the name in it is cut before its words are. */
function noticeLine({name, text, tone}: Notice, width: number, ellipsis: string): Line {
	const free = width - cellWidth(text) - 2;
	const shown = name === '' ? '' : `${cutMiddle(name, free < leastName ? fairName : free, ellipsis)} `;
	return [span(' '), span(`${shown}${text}`, tone)];
}
