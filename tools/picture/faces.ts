import type {Cell} from '../../test/helpers/cell.js';

export type FaceName = 'regular' | 'bold' | 'oblique' | 'boldOblique';

/** The code points that a face has a glyph for. */
export type Glyphs = Pick<ReadonlySet<number>, 'has'>;

/** The glyphs of each face of the font. */
export type Faces = Readonly<Record<FaceName, Glyphs>>;

/** A font for characters that the font of the picture lacks, such as emoji. It has one face. */
export type Fallback = {
	readonly family: string;
	readonly file: string;
	readonly glyphs: Glyphs;
	/** Its glyphs fill two columns. In a cell of two they are taken before the narrow ones of the font of the picture. */
	readonly isWide: boolean;
};

const marksAndJoiners = /^[\p{Mark}\u{200D}]$/v;

/**
Choose the face to write a cell's text in, or undefined when the font lacks it.

The oblique faces have fewer glyphs than the upright ones. So a text loses its slant first, then its weight, and only then its glyph.

A cluster of several characters that each take room, such as a flag, counts as missing: the font would set them side by side.
*/
function chooseFace({char, bold, italic}: Cell, faces: Faces): FaceName | undefined {
	const [base = '', ...others] = char;
	const isPlain = others.every(other => marksAndJoiners.test(other));
	const drawn = [base, ...others.filter(other => !isInvisible(other))];
	return isPlain ? listFaces(bold, italic).find(name => drawn.every(text => faces[name].has(text.codePointAt(0) ?? 0))) : undefined;
}

/**
Choose what to write a cell's text in: a face of the font, or one of the fallbacks; undefined where none has it. In a cell of two columns a
fallback that is made for two comes first: the font has a few emoji as well, half as wide.
*/
export function chooseFont(cell: Cell, faces: Faces, fallbacks: readonly Fallback[]): FaceName | Fallback | undefined {
	const wide = cell.width > 1 ? fallbacks.filter(({isWide}) => isWide) : [];
	return chooseFallback(cell, wide) ?? chooseFace(cell, faces) ?? chooseFallback(cell, fallbacks);
}

/** Choose the first of the fallbacks that has all of a cell's text. */
export function chooseFallback({char}: Cell, fallbacks: readonly Fallback[]): Fallback | undefined {
	const drawn = [...char].filter(each => !isInvisible(each));
	return fallbacks.find(({glyphs}) => drawn.length === 1 && glyphs.has(drawn[0]?.codePointAt(0) ?? 0));
}

/** Write the attributes that select a face in an SVG, each after a space. */
export function describeFace(face: FaceName): string {
	switch (face) {
		case 'regular': {
			return '';
		}

		case 'bold': {
			return ' font-weight="bold"';
		}

		case 'oblique': {
			return ' font-style="oblique"';
		}

		case 'boldOblique': {
			return ' font-weight="bold" font-style="oblique"';
		}
	}
}

function listFaces(isBold: boolean, isItalic: boolean): readonly FaceName[] {
	if (isBold) {
		return isItalic ? ['boldOblique', 'bold', 'regular'] : ['bold', 'regular'];
	}

	return isItalic ? ['oblique', 'regular'] : ['regular'];
}

// Joiners and variation selectors leave no mark of their own.
function isInvisible(char: string): boolean {
	return /^\p{Default_Ignorable_Code_Point}$/v.test(char);
}
