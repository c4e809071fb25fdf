const printableAscii = /^[\u{20}-\u{7E}]*$/v;
const marks = /\p{Mark}/gv;

/** Prepares a text for comparison in the filter: lower case, without accents. */
export function foldCase(text: string): string {
	return printableAscii.test(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(marks, '').toLowerCase();
}
