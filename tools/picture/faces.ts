import type {Cell} from '../../test/helpers/cell.js';
import type {Glyphs} from './glyphs.js';

export type FaceName = 'regular' | 'bold' | 'oblique' | 'boldOblique';

/** What each face of the font can draw. */
export type Faces = Readonly<Record<FaceName, Glyphs>>;

const marksAndJoiners = /^[\p{Mark}\u{200D}]$/v;

/**
Choose the face to write a cell's text in, or undefined when the font lacks it.

The oblique faces have fewer signs than the upright ones, so a text keeps its weight before its slant, and gives up both before it goes missing. A cluster of several characters that each take room, such as a flag, counts as lacking: the font would set them one beside the other.
*/
export function chooseFace({char, bold, italic}: Cell, faces: Faces): FaceName | undefined {
	const [base = '', ...others] = char;
	const isPlain = others.every(other => marksAndJoiners.test(other));
	const drawn = [base, ...others.filter(other => !isInvisible(other))];
	return isPlain ? listFaces(bold, italic).find(name => drawn.every(text => faces[name].has(text.codePointAt(0) ?? 0))) : undefined;
}

/** The attributes that ask for a face in an SVG. */
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
