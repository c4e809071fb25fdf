/** What JSON lets through and a terminal, an editor or JavaScript does not: DEL and C1 controls, bidi controls and all else that formats without being seen, line and paragraph separators. */
const active = /[\u{7F}-\u{9F}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gv;

/** Escapes in a JSON text what `JSON.stringify` leaves alone although it is no plain character. It means the same to every parser. */
export function escapeJson(json: string): string {
	return json.replaceAll(active, character => Array.from({length: character.length}, (_, index) => String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''));
}
