import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {describeScreen} from '../../../tools/picture/describe-screen.js';
import {playStory} from '../../../tools/picture/play-story.js';
import {readPngText} from '../../../tools/picture/png.js';
import {
	pictureFile,
	screenKeyword,
	stories,
	type Story,
} from '../../../tools/picture/stories.js';
import {takePicture} from '../../../tools/picture/take-picture.js';

// How long the answer to the last key may take to be drawn; all of it passes only where the picture is out of date.
const lastFrame = 2000;

const describe = (screen: Screen) => describeScreen(takePicture(screen)).join('\n');

const check = async (story: Story) => {
	const pictured = readPngText(readFileSync(pictureFile(story)), screenKeyword) ?? 'nothing in words';
	const shown = await playStory(story, async screen => {
		try {
			await screen.waitFor(() => describe(screen) === pictured, 'the pictured screen', lastFrame);
		} catch {}

		return describe(screen);
	});
	assert.equal(shown, pictured, `docs/pictures/${story.file} is out of date. Make it anew with \`npm run pictures\`, and look at it.\n${listDifferences(pictured, shown)}`);
};

test('every picture shows what the program shows today; `npm run pictures` makes them anew', {concurrency: 3}, async t => {
	await Promise.all(stories.map(async story => t.test(`docs/pictures/${story.file}`, async () => check(story))));
});

test('every picture in the folder is of a story', () => {
	assert.deepEqual(readdirSync(new URL('.', pictureFile({file: 'any.png'}))).toSorted(), stories.map(({file}) => file).toSorted());
});

function listDifferences(pictured: string, shown: string): string {
	const [before, now] = [pictured.split('\n'), shown.split('\n')];
	return [
		...before.filter(line => !now.includes(line)).map(line => `- ${line}`),
		...now.filter(line => !before.includes(line)).map(line => `+ ${line}`),
	].join('\n');
}
