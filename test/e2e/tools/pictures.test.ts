import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {describeScreen} from '../../../tools/picture/describe-screen.js';
import {findFontFolder, loadFont} from '../../../tools/picture/fonts.js';
import {makeMoving} from '../../../tools/picture/moving/make-moving.js';
import {movingFile} from '../../../tools/picture/moving/story.js';
import {playStory} from '../../../tools/picture/play-story.js';
import {readPngText} from '../../../tools/picture/png.js';
import {readScreen} from '../../../tools/picture/read-screen.js';
import {
	pictureFile,
	screenKeyword,
	stories,
	type Story,
} from '../../../tools/picture/stories.js';

// The longest wait for the answer to the last key. The whole time passes only when the picture is out of date.
const frameTimeout = 2000;

const describe = (screen: Screen) => describeScreen(readScreen(screen)).join('\n');

const check = async (story: Story) => {
	const pictured = readPngText(readFileSync(pictureFile(story)), screenKeyword) ?? 'no description';
	const shown = await playStory(story, async screen => {
		try {
			await screen.waitFor(() => describe(screen) === pictured, 'the pictured screen', frameTimeout);
		} catch {}

		return describe(screen);
	});
	const problem = `docs/pictures/${story.file} is out of date. Make it anew with \`npm run pictures\`, and look at it.`;
	assert.equal(shown, pictured, `${problem}\n${listDifferences(pictured, shown)}`);
};

test('every picture shows what the program shows today; `npm run pictures` makes them anew', {concurrency: 3}, async t => {
	await Promise.all(stories.map(async story => t.test(`docs/pictures/${story.file}`, async () => check(story))));
});

test('the moving picture shows what the program shows today, and is small', async () => {
	const drawn = await makeMoving(loadFont(findFontFolder()));
	const pictured = readFileSync(pictureFile({file: movingFile}), 'utf8');
	assert.equal(digest(drawn), digest(pictured), `docs/pictures/${movingFile} is out of date. Make it anew with \`npm run pictures\`, and look at it.`);
	assert.ok(drawn.length < 400_000 && !/<script|href/v.test(drawn));
});

test('every picture in the folder is of a story', () => {
	assert.deepEqual(readdirSync(new URL('.', pictureFile({file: 'any.png'}))).toSorted(), [...stories.map(({file}) => file), movingFile].toSorted());
});

/** Two digests are shown where two pictures differ, and not the pictures. */
function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function listDifferences(pictured: string, shown: string): string {
	const [before, now] = [pictured.split('\n'), shown.split('\n')];
	return [
		...before.filter(line => !now.includes(line)).map(line => `- ${line}`),
		...now.filter(line => !before.includes(line)).map(line => `+ ${line}`),
	].join('\n');
}
