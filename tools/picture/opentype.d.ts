/**
The part of opentype.js that the pictures need.

`@types/opentype.js` describes version 1, and brings in the types of the DOM, by which `setTimeout` and `fetch` are not those of Node.
*/
declare module 'opentype.js' {
	type Font = {
		/** Check that the font has a glyph for the character. */
		readonly hasChar: (character: string) => boolean;
	};

	const opentype: {
		/** Read a font from the bytes of its file, with `lowMemory` without the outlines of its glyphs. Throws when they are not one. */
		readonly parse: (bytes: Uint8Array, options: {readonly lowMemory: boolean}) => Font;
	};

	export default opentype;
}
