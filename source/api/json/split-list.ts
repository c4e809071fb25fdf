import {Buffer} from 'node:buffer';
import {bounds} from '../../core/json/bounds.js';
import type {Slices} from '../../core/polling/slices.js';
import {
	closeBrace,
	closeBracket,
	colon,
	comma,
	endOfString,
	openBrace,
	openBracket,
	quote,
	skipBlanks,
	type Bytes,
} from './bytes.js';
import {findPrevious, type PreviousBody} from './find-previous.js';
import {ListItem} from './list-item.js';
import {
	bytesPerSlice,
	cutText,
	scanValue,
	textWithout,
	TooMuch,
	type Cut,
} from './scan-value.js';

/** Item of a list, and the position of its bytes in the body: one that was in the previous body still has its position there. */
export type PlacedItem = {
	readonly item: ListItem;
	readonly from: number;
};

/** Body split into its items and its envelope, which is the JSON around them with an empty list. */
export type SplitBody = {
	readonly envelope: string;
	readonly items: readonly PlacedItem[];
};

export const noPreviousBody: PreviousBody = {bytes: Buffer.alloc(0), items: []};

const listName = Buffer.from('"instances"');

/**
Finds the items of `instances` in the bytes of a body without parsing it, and stops now and then, so that other work gets its turn.

An item of the same bytes as in the previous body, at about the same place of the list, is the same object. `keep` is given to all others.

The result is `undefined` if the body is not an object with one list of that name. All other errors show when the parts are parsed.

@yields Nothing. Each step takes about a millisecond.
*/
export function * splitList(bytes: Bytes, previous: PreviousBody, keep: Keep): Slices<SplitBody | TooMuch | undefined> {
	const start = skipBlanks(bytes, 0);
	if (bytes[start] !== openBrace) {
		return undefined;
	}

	const cuts: Cut[] = [];
	let list: List | undefined;
	let values = 0;
	for (let at = start + 1; ;) {
		const member = findMember(bytes, skipBlanks(bytes, at));
		if (member === undefined) {
			return undefined;
		}

		const isList = isListName(bytes, member);
		// `JSON.parse` would take the second list of that name.
		if (isList && (list !== undefined || bytes[member.value] !== openBracket)) {
			return undefined;
		}

		const found = isList ? yield * splitItems(bytes, member.value + 1, {previous, keep}) : yield * scanValue(bytes, member.value);
		if (found === undefined || found instanceof TooMuch) {
			return found;
		}

		if ('items' in found) {
			list = found;
			at = found.to + 1;
		} else {
			const cutName = cutText(bytes, member.name + 1, member.nameEnd);
			cuts.push(...cutName === undefined ? [] : [cutName], ...found.cuts);
			values += found.values;
			at = found.to;
		}

		if (values > bounds.values) {
			return new TooMuch('too-many-values');
		}

		const end = skipBlanks(bytes, at);
		if (bytes[end] === closeBrace) {
			return list && assemble(bytes, list, cuts);
		}

		if (bytes[end] !== comma) {
			return undefined;
		}

		at = end + 1;
	}
}

/** Items of the list, and the positions after its first bracket and of its last one. */
type List = {
	readonly from: number;
	readonly to: number;
	readonly items: readonly PlacedItem[];
};

/** Called for an item that has parsed its value. */
type Keep = (item: ListItem) => void;

function assemble(bytes: Bytes, {from, to, items}: List, cuts: readonly Cut[]): SplitBody | TooMuch {
	const left = cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0);
	const before = cuts.filter(cut => cut.from < from);
	const after = cuts.filter(cut => cut.from >= to);
	return from + bytes.length - to - left > bounds.item
		? new TooMuch('item-too-large')
		: {envelope: textWithout(bytes, 0, from, before) + textWithout(bytes, to, bytes.length, after), items};
}

/** Positions of a member of the body: of the quotes of its name, and of its value. */
type Member = {
	readonly name: number;
	readonly nameEnd: number;
	readonly value: number;
};

function findMember(bytes: Bytes, name: number): Member | undefined {
	if (bytes[name] !== quote) {
		return undefined;
	}

	const nameEnd = endOfString(bytes, name);
	const after = skipBlanks(bytes, nameEnd + 1);
	return bytes[after] === colon ? {name, nameEnd, value: skipBlanks(bytes, after + 1)} : undefined;
}

/**
Splits the list whose first item begins at `from` or behind it.

@yields Nothing.
*/
function * splitItems(
	bytes: Bytes,
	from: number,
	{previous, keep}: {readonly previous: PreviousBody; readonly keep: Keep},
): Slices<List | TooMuch | undefined> {
	const items: PlacedItem[] = [];
	// The place of an item in the previous list, less its place in this one.
	let shift = 0;
	let values = 0;
	let sliceEnd = from + bytesPerSlice;
	for (let at = skipBlanks(bytes, from); at < bytes.length;) {
		const [found, move] = findPrevious(previous, items.length + shift, bytes, at);
		shift += move;
		const extent = found === undefined ? yield * scanValue(bytes, at) : undefined;
		if (extent instanceof TooMuch) {
			return extent;
		}

		const to = found === undefined ? extent?.to ?? at : at + found.length;
		const end = skipBlanks(bytes, to);
		const isLast = bytes[end] === closeBracket;
		if (to === at && isLast && items.length === 0) {
			return {from, to: end, items};
		}

		if (to === at || (!isLast && bytes[end] !== comma)) {
			return undefined;
		}

		const item = found ?? (extent && new ListItem(bytes, at, extent, keep));
		if (item === undefined) {
			return undefined;
		}

		values += item.values;
		items.push({item, from: at});
		if (items.length > bounds.items) {
			return new TooMuch('too-many-items');
		}

		if (values > bounds.valuesInAll) {
			return new TooMuch('too-many-values');
		}

		if (isLast) {
			return {from, to: end, items};
		}

		at = skipBlanks(bytes, end + 1);
		if (!(at > sliceEnd)) {
			continue;
		}

		sliceEnd = at + bytesPerSlice;
		yield;
	}

	return undefined;
}

/** Whether the name of a member is that of the list. */
function isListName(bytes: Bytes, {name, nameEnd}: Member): boolean {
	const {length} = listName;
	return nameEnd - name === length - 1 && bytes.compare(listName, 0, length, name, nameEnd + 1) === 0;
}
