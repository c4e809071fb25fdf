import {makeHarmless} from '../../../core/text/sanitize.js';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;',
};

/** Escapes a text from outside for HTML, in an attribute or between tags. What is invisible or turns the line round becomes visible. */
export function escapeHtml(text: string): string {
	return makeHarmless(text).replaceAll(/["&'<>]/gv, character => entities[character] ?? '');
}
