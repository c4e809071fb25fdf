/**
A text with its escapes undone. `origins` has the index in the text itself for each character of the view, and for its end;
it is `undefined` where the view is the text itself.
*/
export type View = {
	readonly text: string;
	readonly origins: readonly number[] | undefined;
};

/** Escapes are undone so many times: an address within an address within an address is percent-encoded three times. */
const mostLevels = 3;

const mayBeEscaped = /%[\da-f]{2}|\\["'\/ux\\]|&#/iv;
const notSeen = /[\p{Default_Ignorable_Code_Point}\p{Control}]/v;

/**
An escaped character as addresses, JSON, JavaScript and HTML write it, or a character that is not seen and may split a secret.
Blanks, tabs and line feeds are left alone: what they separate is no single secret.
*/
const escaped = /%(?<percent>[\da-f]{2})|\\u(?<unit>[\da-f]{4})|\\u\{(?<point>[\da-f]{1,6})\}|\\x(?<byte>[\da-f]{2})|\\(?<character>["'\/\\])|&#(?<decimal>\d{1,7});|&#x(?<hex>[\da-f]{1,6});|[[\p{Default_Ignorable_Code_Point}\p{Control}]--[\t\n\v\f\r]]/giv;

/** Gives the text itself and, where it has escapes, the texts that are left when they are undone once, twice and so on. */
export function viewsOf(text: string): readonly View[] {
	const views: View[] = [{text, origins: undefined}];
	let view = views[0];
	for (let level = 0; view !== undefined && level < mostLevels; level++) {
		view = hasEscapes(view.text) ? undoEscapes(view) : undefined;
		if (view !== undefined) {
			views.push(view);
		}
	}

	return views;
}

/** Whether a text may have escapes to undo, or has characters that are not seen. */
export function hasEscapes(text: string): boolean {
	return mayBeEscaped.test(text) || notSeen.test(text);
}

/** Undoes each escape once; `undefined` where there is none. */
function undoEscapes({text, origins}: View): View | undefined {
	const originOf = (index: number) => origins === undefined ? index : origins[index] ?? index;
	const next: number[] = [];
	let undone = '';
	let end = 0;
	const copy = (to: number) => {
		for (let index = end; index < to; index++) {
			next.push(originOf(index));
		}

		undone += text.slice(end, to);
	};

	for (const match of text.matchAll(escaped)) {
		copy(match.index);
		const character = characterOf(match.groups ?? {});
		next.push(...Array.from({length: character.length}, () => originOf(match.index)));

		undone += character;
		end = match.index + match[0].length;
	}

	if (end === 0) {
		return undefined;
	}

	copy(text.length);
	next.push(originOf(text.length));
	return {text: undone, origins: next};
}

/** The character that an escape stands for; none for a character that is not seen. */
function characterOf(groups: Readonly<Record<string, string | undefined>>): string {
	const {percent, unit, point, byte, character, decimal, hex} = groups;
	if (character !== undefined) {
		return character;
	}

	const digits = percent ?? unit ?? point ?? byte ?? hex;
	const code = digits === undefined ? Number(decimal ?? NaN) : Number.parseInt(digits, 16);
	return code <= 0x10_FF_FF ? String.fromCodePoint(code) : '';
}
