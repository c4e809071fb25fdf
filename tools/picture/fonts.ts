import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {FaceName, Faces} from './faces.js';
import {readGlyphs} from './glyphs.js';

/** The font every picture is drawn in: its files, and what they can draw. */
export type Font = {
	readonly files: Readonly<Record<FaceName, string>>;
	readonly faces: Faces;
};

/** Where the font's package keeps it. */
export function findFontFolder(): string {
	return fileURLToPath(new URL('ttf', import.meta.resolve('dejavu-fonts-ttf/package.json')));
}

/** Read the four faces of the font. Throws, naming the file, when one is missing or is no font. */
export function loadFont(folder: string): Font {
	const files = {
		regular: `${folder}/DejaVuSansMono.ttf`,
		bold: `${folder}/DejaVuSansMono-Bold.ttf`,
		oblique: `${folder}/DejaVuSansMono-Oblique.ttf`,
		boldOblique: `${folder}/DejaVuSansMono-BoldOblique.ttf`,
	};
	return {
		files,
		faces: {
			regular: loadFace(files.regular),
			bold: loadFace(files.bold),
			oblique: loadFace(files.oblique),
			boldOblique: loadFace(files.boldOblique),
		},
	};
}

function loadFace(file: string) {
	try {
		const {buffer, byteOffset, byteLength} = readFileSync(file);
		return readGlyphs(new DataView(buffer, byteOffset, byteLength));
	} catch (error) {
		throw new Error(`The font ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}. It comes with the package dejavu-fonts-ttf; npm install brings it back.`, {cause: error});
	}
}
