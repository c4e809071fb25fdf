import {decode, encode} from 'fast-png';

/** An image without transparency, four bytes a pixel: red, green, blue, and alpha, which is ignored. */
export type Image = {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
};

// An index into the palette has one byte.
const maximumColours = 256;

/**
Write an image as a PNG with a palette, without loss, and put the text under the keyword in its metadata.

The file is a third of the size that full colour takes. Its bytes are the same under every Node, as the compression is the library's own.

Throws when the image has more colours than a palette holds; a screen in one theme has about 180.
*/
export function writePng({width, height, pixels}: Image, keyword: string, text: string): Uint8Array {
	const {indices, palette} = indexColours(pixels);
	const metadata = {[keyword]: escapeText(text)};
	return encode({
		width, height, channels: 1, depth: 8, data: indices, palette, text: metadata,
	}, {zlib: {level: 9}});
}

/** Read the text that `writePng` put under the keyword. Undefined when there is none, and for bytes that are not a whole PNG. */
export function readPngText(png: Uint8Array, keyword: string): string | undefined {
	try {
		const text = decode(png).text[keyword];
		return text === undefined ? undefined : decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

// `fast-png` writes a text as a tEXt chunk, which holds Latin-1 only, so what is not ASCII is percent-encoded, and the percent sign too.
//
// An iTXt chunk would hold UTF-8, but `@stevebel/png`, which writes one, has had no release since 2023.
function escapeText(text: string): string {
	return text.replaceAll(/%|\P{ASCII}/gv, character => encodeURIComponent(character));
}

// `fast-png` writes a palette, but does not make one. `upng-js` makes one, but has had no commit since 2023 and writes no text.
//
// `pngjs` writes no palettes. `sharp` quantises to make one, writes no text under a keyword, and brings 18 MB of binaries.
function indexColours(pixels: Uint8Array) {
	const indexOf = new Map<number, number>();
	const indices = new Uint8Array(pixels.length / 4);
	for (let pixel = 0; pixel < indices.length; pixel++) {
		const [red = 0, green = 0, blue = 0] = pixels.subarray(pixel * 4, (pixel * 4) + 3);
		const colour = (((red * 256) + green) * 256) + blue;
		const index = indexOf.get(colour) ?? indexOf.size;
		indexOf.set(colour, index);
		indices[pixel] = index;
	}

	if (indexOf.size > maximumColours) {
		throw new Error(`The picture has ${indexOf.size} colours; a palette holds ${maximumColours}.`);
	}

	const palette = Array.from(indexOf.keys(), colour => [Math.floor(colour / 65_536), Math.floor(colour / 256) % 256, colour % 256]);
	return {indices, palette};
}
