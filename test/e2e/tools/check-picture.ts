import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import type {Screen} from '../../helpers/screen.js';
import {describeScreen} from '../../../tools/picture/describe-screen.js';
import {playStory} from '../../../tools/picture/play-story.js';
import {readPngText} from '../../../tools/picture/png.js';
import {readScreen} from '../../../tools/picture/read-screen.js';
import {pictureFile, pictureName, screenKeyword} from '../../../tools/picture/stories/picture-file.js';
import type {Story, Theme} from '../../../tools/picture/stories/story.js';

// The longest wait for the answer to the last key. The whole time passes only when the picture is out of date.
const frameTimeout = 2000;

const describe = (screen: Screen) => describeScreen(readScreen(screen)).join('\n');

/** Checks that a story's screen is the one of its dark picture. */
export async function checkPicture(story: Story): Promise<void> {
	const pictured = readNote(story, 'dark') ?? 'no description';
	const shown = await playStory(story, async screen => {
		try {
			await screen.waitFor(() => describe(screen) === pictured, 'the pictured screen', frameTimeout);
		} catch {}

		return describe(screen);
	});
	const problem = `The pictures of ${story.name} are out of date. Make them anew with \`npm run pictures\`, and look at them.`;
	assert.equal(shown, pictured, `${problem}\n${listDifferences(pictured, shown)}`);
}

/** What a picture tells of its screen. */
export function readNote({name}: Story, theme: Theme): string | undefined {
	return readPngText(readFileSync(pictureFile(pictureName(name, theme))), screenKeyword);
}

function listDifferences(pictured: string, shown: string): string {
	const [before, now] = [pictured.split('\n'), shown.split('\n')];
	return [
		...before.filter(line => !now.includes(line)).map(line => `- ${line}`),
		...now.filter(line => !before.includes(line)).map(line => `+ ${line}`),
	].join('\n');
}
