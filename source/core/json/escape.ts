/** What JSON lets through and a terminal, an editor or JavaScript does not: DEL and C1 controls, bidi controls and all else that formats without being seen, line and paragraph separators. */
const active = /[\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\u{7F}-\u{9F}]/gv;

/** Escapes in a JSON text what `JSON.stringify` leaves alone although it is no plain character. It means the same to every parser. */
export function escapeJson(json: string): string {
	return json.replaceAll(active, character => Array.from({length: character.length}, (_, index) => escapeUnit(character.slice(index, index + 1))).join(''));
}

/** JSON knows code units of 16 bits only; a character beyond them is escaped as its two. */
function escapeUnit(unit: string): string {
	return String.raw`\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
