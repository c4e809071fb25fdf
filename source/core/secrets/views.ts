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

/** A quick look, which nearly all texts do not pass; what follows it takes long to compile. */
const unusual = /[\p{Control}%\\\u{A0}\u{AD}\u{B2}-\u{B9}\u{100}-\u{10FFFF}]|&#/v;
const mayBeEscaped = /%[\da-f]{2}|\\["'\/nrux\\]|&#/iv;
const notSeen = /[\p{Default_Ignorable_Code_Point}\p{Control}\u{B2}\u{B3}\u{B9}\u{2070}-\u{214F}\u{2460}-\u{24FF}\u{FF01}-\u{FF5E}\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F14F}]/v;

/**
An escaped character as addresses, JSON, JavaScript and HTML write it, a character of ASCII in another form (full width, in a circle,
of mathematics), or a character that is not seen and may split a secret.
Blanks, tabs and line feeds are left alone: what they separate is no single secret.
*/
const escaped = /%(?<percent>[\da-f]{2})|\\u(?<unit>[\da-f]{4})|\\u\{(?<point>[\da-f]{1,6})\}|\\x(?<byte>[\da-f]{2})|\\(?<character>["'\/\\])|\\(?<ending>[nr])|&#(?<decimal>\d{1,7});|&#x(?<hex>[\da-f]{1,6});|(?<form>[\u{2070}-\u{214F}\u{B2}\u{B3}\u{B9}\u{2460}-\u{24FF}\u{FF01}-\u{FF5E}\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F14F}])|[[\p{Default_Ignorable_Code_Point}\p{Control}]--[\t\n\v\f\r]]/giv;

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
	return unusual.test(text) && (mayBeEscaped.test(text) || notSeen.test(text));
}

/** The text without its line breaks and the blanks after them, between which a known token may be broken; `undefined` where it has none. */
export function joinLines(view: View): View | undefined {
	return lineBreak.test(view.text) ? replaceAll(view, lineBreaks, () => '') : undefined;
}

const lineBreak = /[\n\r]/v;
const lineBreaks = /[\n\r][\t\n\r ]*/gv;

/** Undoes each escape once; `undefined` where there is none. */
function undoEscapes(view: View): View | undefined {
	return replaceAll(view, escaped, groups => characterOf(groups));
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Replaces each match of a pattern; `undefined` where there is none. */
function replaceAll({text, origins}: View, pattern: RegExp, replacementOf: (groups: Groups) => string): View | undefined {
	const originOf = (index: number) => origins === undefined ? index : origins[index] ?? index;
	const next: number[] = [];
	let replaced = '';
	let end = 0;
	const copy = (to: number) => {
		for (let index = end; index < to; index++) {
			next.push(originOf(index));
		}

		replaced += text.slice(end, to);
	};

	for (const match of text.matchAll(pattern)) {
		copy(match.index);
		replaced += replacementOf(match.groups ?? {});
		// All of it comes from where the match began.
		const origin = originOf(match.index);
		while (next.length < replaced.length) {
			next.push(origin);
		}

		end = match.index + match[0].length;
	}

	if (end === 0) {
		return undefined;
	}

	copy(text.length);
	next.push(originOf(text.length));
	return {text: replaced, origins: next};
}

/** The character that an escape stands for; none for a character that is not seen. */
function characterOf(groups: Groups): string {
	const {percent, unit, point, byte, character, ending, form, decimal, hex} = groups;
	if (character !== undefined) {
		return character;
	}

	if (ending !== undefined) {
		return '\n';
	}

	if (form !== undefined) {
		return form.normalize('NFKC');
	}

	const digits = percent ?? unit ?? point ?? byte ?? hex;
	const code = digits === undefined ? Number(decimal ?? NaN) : Number.parseInt(digits, 16);
	return code <= 0x10_FF_FF ? String.fromCodePoint(code) : '';
}
