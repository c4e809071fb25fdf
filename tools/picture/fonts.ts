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

/**
TABLE of the fallbacks: the family by which an SVG names each, its file, as a package has it, and whether its glyphs fill two columns.

Those of Japan and Korea are used since their packages have few megabytes; the ones of Noto have fifty and more.
*/
const fallbackFiles: ReadonlyArray<readonly [family: string, file: string, isWide: boolean]> = [
	['DejaVu Sans', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf', false],
	['Noto Emoji', '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf', true],
	['BIZ UDGothic', '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf', true],
	['Nanum Gothic Coding', '@expo-google-fonts/nanum-gothic-coding/400Regular/NanumGothicCoding_400Regular.ttf', true],
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
		fallbacks: fallbackFiles.flatMap(([family, name, isWide]) => {
			const file = findFile(name);
			return file === undefined
				? []
				: [{
					family, file, glyphs: loadWhenAsked(file), isWide,
				}];
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

// A font of ten thousand characters takes tenths of a second to read, and most pictures have none of them.
function loadWhenAsked(file: string): Glyphs {
	let glyphs: Glyphs | undefined;
	return {
		has(codePoint) {
			glyphs ??= loadGlyphs(file);
			return glyphs.has(codePoint);
		},
	};
}

// The renderer does not report a missing character: it draws the glyph of another face, or a box.
function loadGlyphs(file: string): Glyphs {
	try {
		const font = opentype.parse(readFileSync(file), {lowMemory: true});
		return {has: codePoint => font.hasChar(String.fromCodePoint(codePoint))};
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const remedy = 'It comes with the package dejavu-fonts-ttf; npm install brings it back.';
		throw new Error(`The font ${file} cannot be used: ${reason}. ${remedy}`, {cause: error});
	}
}
