import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {test} from 'node:test';
import {findFontFolder, loadFont} from '../../../tools/picture/fonts.js';
import {drawMoving} from '../../../tools/picture/moving/draw-moving.js';
import {readFrames} from '../../../tools/picture/moving/read-frames.js';
import {moving, stillShot} from '../../../tools/picture/moving/story.js';
import {palettes} from '../../../tools/picture/palette.js';
import {noteScreen, pictureFile, pictureName} from '../../../tools/picture/stories/picture-file.js';
import {stories} from '../../../tools/picture/stories/stories.js';
import {themes} from '../../../tools/picture/stories/story.js';
import {checkPicture, readNote} from './check-picture.js';

// The pictures of the pages that most people read. The others are compared by `npm run faults`, since each takes a second or more.
const chosen = new Set(['fleet', 'outage', 'filter', 'detail-pane', 'events']);

const folder = new URL('.', pictureFile('any.png'));

// Every clone brings them, and `docs/screens.md` has all of them on one page.
const mostBytes = 2_500_000;

test('the pictures show what the program shows today; `npm run pictures` makes them anew', {concurrency: 3}, async t => {
	const compared = stories.filter(({name}) => chosen.has(name));
	assert.equal(compared.length, chosen.size);
	await Promise.all(compared.map(async story => t.test(story.name, async () => checkPicture(story))));
});

test('the moving picture shows what the program shows today, and is small', async () => {
	const frames = await readFrames();
	const {faces, fallbacks} = loadFont(findFontFolder());
	for (const theme of themes) {
		const file = pictureName(moving.name, theme, 'svg');
		const drawn = drawMoving(frames, stillShot, {palette: palettes[theme], faces, fallbacks});
		const problem = `docs/pictures/${file} is out of date. Make it anew with \`npm run pictures\`, and look at it.`;
		assert.equal(digest(drawn), digest(readFileSync(pictureFile(file), 'utf8')), problem);
		assert.ok(drawn.length < 400_000 && !/<script|href/v.test(drawn));
	}
});

test('the light picture of a story is of the same screen as the dark one', () => {
	const different = stories.filter(story => readNote(story, 'light') !== noteScreen(readNote(story, 'dark') ?? '', 'light'));
	assert.deepEqual(different.map(({name}) => name), []);
});

test('every picture in the folder is of a story, each is there in dark and light, and all are small', () => {
	const expected = themes.flatMap(theme => [...stories.map(({name}) => pictureName(name, theme)), pictureName(moving.name, theme, 'svg')]);
	const files = readdirSync(folder);
	assert.deepEqual(files.toSorted(), expected.toSorted());
	const bytes = files.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
	assert.ok(bytes < mostBytes, `${bytes} bytes`);
});

/** Two digests are shown where two pictures differ, and not the pictures. */
function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
