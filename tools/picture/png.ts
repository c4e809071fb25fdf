import {Buffer} from 'node:buffer';
import {crc32, deflateSync} from 'node:zlib';

/** An image without transparency, four bytes a pixel: red, green, blue and one that is not looked at. */
export type Image = {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
};

const signature = Buffer.from('\u{89}PNG\r\n\u{1A}\n', 'latin1');

// A palette's entries have numbers of one byte.
const maximumColours = 256;

/**
Write an image with a palette, losing nothing, and a text under that keyword in its metadata. A third of the size that full colour takes.

Throws when there are more colours than a palette holds; a screen in one scheme has about 180.
*/
export function writePng({width, height, pixels}: Image, keyword: string, text: string): Uint8Array {
	const {numbers, palette} = numberColours(pixels);
	// Each line begins with its filter: none, which compresses letters best.
	const lines = Buffer.alloc(height * (width + 1));
	for (let row = 0; row < height; row++) {
		lines.set(numbers.subarray(row * width, (row + 1) * width), (row * (width + 1)) + 1);
	}

	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a pixel, by palette; the usual compression, filters and order.
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		writeChunk('IHDR', header),
		writeChunk('PLTE', palette),
		// Neither compressed nor in a language.
		writeChunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`)),
		writeChunk('IDAT', deflateSync(lines, {level: 9, memLevel: 9})),
		writeChunk('IEND', Buffer.alloc(0)),
	]);
}

/** The text that `writePng` put under the keyword; nothing if there is none. */
export function readPngText(png: Uint8Array, keyword: string): string | undefined {
	const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
	const start = Buffer.from(`${keyword}\0\0\0\0\0`);
	let at = signature.length;
	while (at + 12 <= bytes.length) {
		const length = bytes.readUInt32BE(at);
		const data = bytes.subarray(at + 8, at + 8 + length);
		if (bytes.toString('latin1', at + 4, at + 8) === 'iTXt' && data.subarray(0, start.length).equals(start)) {
			return data.toString('utf8', start.length);
		}

		at += 12 + length;
	}

	return undefined;
}

function numberColours(pixels: Uint8Array) {
	const known = new Map<number, number>();
	const numbers = new Uint8Array(pixels.length / 4);
	for (let pixel = 0; pixel < numbers.length; pixel++) {
		const [red = 0, green = 0, blue = 0] = pixels.subarray(pixel * 4, (pixel * 4) + 3);
		const colour = (((red * 256) + green) * 256) + blue;
		const number = known.get(colour) ?? known.size;
		known.set(colour, number);
		numbers[pixel] = number;
	}

	if (known.size > maximumColours) {
		throw new Error(`The picture has ${known.size} colours; a palette holds ${maximumColours}.`);
	}

	const palette = Buffer.from(known.keys().flatMap(colour => [Math.floor(colour / 65_536), Math.floor(colour / 256) % 256, colour % 256]).toArray());
	return {numbers, palette};
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
