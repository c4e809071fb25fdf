import {Resvg} from '@resvg/resvg-js';
import {fontFamily} from './layout.js';
import type {Image} from './png.js';

/** Render an SVG to a PNG in full colour, one pixel for one unit of the SVG. Throws as `renderImage` does. */
export function renderPng(svg: string, fontFiles: readonly string[]): Uint8Array {
	return render(svg, fontFiles, 1).asPng();
}

/**
Render an SVG to pixels, `scale` of them for one unit of the SVG, with these font files and no others.

Throws when the renderer cannot load one of the files. Without the check it would leave out the text and report nothing.
*/
export function renderImage(svg: string, fontFiles: readonly string[], scale: number): Image {
	const {width, height, pixels} = render(svg, fontFiles, scale);
	return {width, height, pixels};
}

function render(svg: string, fontFiles: readonly string[], scale: number) {
	for (const file of fontFiles) {
		if (!canLoad(file)) {
			throw new Error(`The renderer could not load the font ${file}, so the picture would have no text.`);
		}
	}

	return new Resvg(svg, {font: chooseFonts(fontFiles), fitTo: {mode: 'zoom', value: scale}}).render();
}

// The check draws a letter, an emoji and a syllable of Korea in that font alone, which has one of them: text without a font has no box.
function canLoad(file: string): boolean {
	const sample = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="16" font-family="${fontFamily}">M\u{1F600}한</text></svg>`;
	const extent = new Resvg(sample, {font: chooseFonts([file])}).innerBBox();
	return extent !== undefined && extent.width > 0;
}

function chooseFonts(fontFiles: readonly string[]) {
	return {loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily};
}
