/**
Characters that JSON lets through and that a terminal, an editor or JavaScript acts on: DEL and C1 controls,
bidi controls and all other invisible formatting characters, line and paragraph separators.
*/
const active = /[\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\u{7F}-\u{9F}]/gv;

/** Escapes the active characters that `JSON.stringify` leaves in a JSON text. The text means the same to every parser. */
export function escapeJson(json: string): string {
	return json.replaceAll(active, character => escapeCharacter(character));
}

/** JSON escapes code units of 16 bits only; a character beyond them is escaped as its two units. */
function escapeCharacter(character: string): string {
	return Array.from({length: character.length}, (_, index) => escapeUnit(character.slice(index, index + 1))).join('');
}

function escapeUnit(unit: string): string {
	return String.raw`\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
