import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {Resvg} from '@resvg/resvg-js';
import {readPngText, writePng, type Image} from '../../../../tools/picture/png.js';

const buildImage = (width: number, colours: ReadonlyArray<readonly [red: number, green: number, blue: number]>): Image => ({
	width,
	height: colours.length / width,
	pixels: Uint8Array.from(colours.flatMap(colour => [...colour, 255])),
});

// Decode a PNG by another library: the renderer draws it as an image in an SVG.
const decode = (png: Uint8Array, {width, height}: Image): Uint8Array => {
	const data = Buffer.from(png).toString('base64');
	const size = `width="${width}" height="${height}"`;
	const image = `<image ${size} image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`;
	return new Uint8Array(new Resvg(svg).render().pixels);
};

test('another program reads the written image without loss', () => {
	const image = buildImage(3, [[0, 0, 0], [255, 0, 128], [1, 2, 3], [255, 0, 128], [22, 24, 29], [255, 255, 255]]);

	assert.deepEqual(decode(writePng(image, 'Screen', 'six'), image), image.pixels);
});

test('the text is read back unchanged, whatever its characters', () => {
	const png = writePng(buildImage(1, [[0, 0, 0]]), 'Screen', '▌ ○ promoções \u{1F600}\n  ≥ 5m, 5 %, %20');

	assert.equal(readPngText(png, 'Screen'), '▌ ○ promoções \u{1F600}\n  ≥ 5m, 5 %, %20');
	assert.equal(readPngText(png, 'Scr'), undefined);
	assert.equal(readPngText(png.subarray(0, 40), 'Screen'), undefined);
});

test('more colours than a palette holds are refused, and as many as it holds are not', () => {
	const colours = Array.from({length: 257}, (_, index): readonly [number, number, number] => [index % 256, Math.floor(index / 256), 0]);
	const all = buildImage(1, colours);
	const most = buildImage(1, colours.slice(0, 256));

	assert.throws(() => writePng(all, 'Screen', ''), {message: 'The picture has 257 colours; a palette holds 256.'});
	assert.deepEqual(decode(writePng(most, 'Screen', ''), most), most.pixels);
});
