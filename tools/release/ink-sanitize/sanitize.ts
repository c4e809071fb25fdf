import inkSanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';

/**
A text that Ink leaves as it is: characters that are no controls and join no style before them, and sequences of styles (SGR) whose numbers
are separated by semicolons.
*/
const clean = /^(?:[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}\u{2010}-\u{2027}\u{2190}-\u{2193}\u{2248}\u{2265}\u{2500}-\u{25FC}\u{2691}\u{2715}]|\u{1B}\[[\d;]*m)*$/v;

/** Takes out of a text what would disturb Ink's layout. Nearly all texts have nothing of it in them, which Ink's own way takes longer to find. */
export default function sanitizeAnsi(text: string): string {
	return clean.test(text) ? text : inkSanitizeAnsi(text);
}
