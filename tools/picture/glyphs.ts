/** The code points a font has a glyph for. */
export type Glyphs = ReadonlySet<number>;

// Formats of the cmap table, best first: 12 reaches beyond the first plane, 4 does not.
const formats = [12, 4];

/**
Read which characters a TrueType font can draw, from its cmap table.

Throws when the bytes are no such font, or have no table in one of the two usual formats.
*/
export function readGlyphs(font: DataView): Glyphs {
	const cmap = findTable(font, 'cmap');
	if (cmap === undefined) {
		throw new Error('it is not a TrueType font');
	}

	const subtables = Array.from({length: font.getUint16(cmap + 2)}, (_, index) => cmap + font.getUint32(cmap + 8 + (index * 8)));
	for (const format of formats) {
		const subtable = subtables.find(offset => font.getUint16(offset) === format);
		if (subtable !== undefined) {
			return new Set(format === 12 ? readGroups(font, subtable) : readSegments(font, subtable));
		}
	}

	throw new Error('its characters are listed in no format known here');
}

// The offset of a table, by its tag of four letters.
function findTable(font: DataView, tag: string): number | undefined {
	const directory = 12;
	const entrySize = 16;
	const count = font.byteLength < directory ? 0 : font.getUint16(4);
	for (let entry = directory; entry < Math.min(directory + (count * entrySize), font.byteLength - entrySize); entry += entrySize) {
		const name = String.fromCodePoint(...[0, 1, 2, 3].map(index => font.getUint8(entry + index)));
		if (name === tag) {
			return font.getUint32(entry + 8);
		}
	}

	return undefined;
}

// Format 12: groups of consecutive characters, which all have glyphs.
function * readGroups(font: DataView, subtable: number): Generator<number> {
	const count = font.getUint32(subtable + 12);
	for (let group = subtable + 16; group < subtable + 16 + (count * 12); group += 12) {
		for (let codePoint = font.getUint32(group); codePoint <= font.getUint32(group + 4); codePoint++) {
			yield codePoint;
		}
	}
}

// Format 4: four parallel arrays of segments; a segment may have holes, where the glyph is number 0.
function * readSegments(font: DataView, subtable: number): Generator<number> {
	const size = font.getUint16(subtable + 6);
	const ends = subtable + 14;
	const starts = ends + size + 2;
	const deltas = starts + size;
	const offsets = deltas + size;
	for (let segment = 0; segment < size; segment += 2) {
		const start = font.getUint16(starts + segment);
		const delta = font.getUint16(deltas + segment);
		const offset = font.getUint16(offsets + segment);
		for (let codePoint = start; codePoint <= font.getUint16(ends + segment); codePoint++) {
			// An offset counts from the place it is written at.
			const glyph = offset === 0 ? codePoint + delta : font.getUint16(offsets + segment + offset + ((codePoint - start) * 2));
			if (glyph % 0x1_00_00 !== 0) {
				yield codePoint;
			}
		}
	}
}
