import {makeHarmless} from '../../../core/text/sanitize.js';

/** Escapes a text from outside for HTML, in an attribute or between tags. What is invisible or turns the line round becomes visible. */
export function escapeHtml(text: string): string {
	return makeHarmless(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\'', '&#39;');
}
