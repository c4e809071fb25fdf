import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import opentype from 'opentype.js';
import type {
	FaceName,
	Faces,
	Fallback,
	Glyphs,
} from './faces.js';

/** The font that every picture is drawn in: its files, and the characters that each of them has. */
export type Font = {
	readonly files: Readonly<Record<FaceName, string>>;
	readonly faces: Faces;
	/** The fonts for what the faces lack, the first that has a character before the others. */
	readonly fallbacks: readonly Fallback[];
};

/** TABLE of the fallbacks: the family by which an SVG names each, and its file, as a package has it. */
const fallbackFiles: ReadonlyArray<readonly [family: string, file: string]> = [
	['DejaVu Sans', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'],
	['Noto Emoji', '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
	['Noto Sans JP', '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'],
];

/** Find the folder in which the font's package keeps its files. */
export function findFontFolder(): string {
	return fileURLToPath(new URL('ttf', import.meta.resolve('dejavu-fonts-ttf/package.json')));
}

/** Read the four faces of the font. Throws, naming the file, when one is missing or is not a font. */
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
			regular: loadGlyphs(files.regular),
			bold: loadGlyphs(files.bold),
			oblique: loadGlyphs(files.oblique),
			boldOblique: loadGlyphs(files.boldOblique),
		},
		fallbacks: fallbackFiles.flatMap(([family, name]) => {
			const file = findFile(name);
			return file === undefined ? [] : [{family, file, glyphs: loadGlyphs(file)}];
		}),
	};
}

/** The files that a picture is rendered with. */
export function listFiles({files, fallbacks}: Font): readonly string[] {
	return [...Object.values(files), ...fallbacks.map(({file}) => file)];
}

/** Find a file of a package. A picture without emoji needs no font for them, so that the package may be missing. */
function findFile(name: string): string | undefined {
	try {
		return fileURLToPath(import.meta.resolve(name));
	} catch {
		return undefined;
	}
}

// The renderer does not report a missing character: it draws the glyph of another face, or a box.
function loadGlyphs(file: string): Glyphs {
	try {
		const font = opentype.parse(readFileSync(file));
		return {has: codePoint => font.hasChar(String.fromCodePoint(codePoint))};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const remedy = 'It comes with the package dejavu-fonts-ttf; npm install brings it back.';
		throw new Error(`The font ${file} cannot be used: ${reason}. ${remedy}`, {cause: error});
	}
}
