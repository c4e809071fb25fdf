import assert from 'node:assert/strict';
import {mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import stringWidth from 'string-width';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {chooseFallback, type FaceName} from '../../../../tools/picture/faces.js';
import {findFontFolder, loadFont} from '../../../../tools/picture/fonts.js';
import {namesOfTheWorld} from '../../../../tools/picture/stories/served-account.js';
import {buildCell} from '../../../helpers/cell.js';

const {faces, fallbacks} = loadFont(findFontFolder());

// Keep those of the characters that the face has.
const list = (face: FaceName, characters: string) => {
	const found = [...characters].filter(character => faces[face].has(character.codePointAt(0) ?? 0));
	return found.join('');
};

test('a face has the characters that its file lists, beyond the first plane too, and no others', () => {
	assert.equal(list('regular', 'Aé●❤\u{1D670}漢\u{1F600}\u{E000}'), 'Aé●❤\u{1D670}');
});

test('what stands for a character that cannot be drawn as it is has a glyph in a fallback', () => {
	for (const character of '⡵⣿␣☰🍕🌊') {
		assert.ok(chooseFallback(buildCell(character), fallbacks), character);
	}
});

test('what takes two columns of the pictured names has a glyph in a font made for two', () => {
	const shown = namesOfTheWorld.map(({name, profile}) => sanitize(name + profile)).join('');
	const wide = [...shown].filter(character => stringWidth(character) === 2);
	const made = fallbacks.filter(({isWide}) => isWide);

	assert.deepEqual([...'日한北☕🚀👩💻カ'].filter(character => !wide.includes(character)), []);
	assert.deepEqual(wide.filter(character => chooseFallback(buildCell(character, {width: 2}), made) === undefined), []);
});

test('each face is asked for its own characters', () => {
	assert.deepEqual(
		(['regular', 'bold', 'oblique', 'boldOblique'] as const).map(face => list(face, 'A\u{1D670}❤')),
		['A\u{1D670}❤', 'A❤', 'A', 'A'],
	);
});

test('a file that is no font is refused, whatever its length', () => {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'font-'));
	const file = path.join(folder.path, 'DejaVuSansMono.ttf');
	const html = new TextEncoder().encode('<html><body>Not found, and a good many other words beside</body></html>');
	for (const bytes of [new Uint8Array(), new Uint8Array(5), new Uint8Array(200), html]) {
		writeFileSync(file, bytes);
		assert.throws(() => loadFont(folder.path), {message: /^The font .*DejaVuSansMono\.ttf cannot be used: /v});
	}
});
