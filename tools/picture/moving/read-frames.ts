import {openStory, waitForText} from '../play-story.js';
import {readScreen} from '../read-screen.js';
import type {Frame} from './draw-moving.js';
import {movingRun, shots} from './story.js';

// A frame is complete when nothing was written for so long: the program pauses for less between the parts of one frame.
const quietTime = 200;

/** Run the story of the moving picture, and read its screens. They are the same on every machine. */
export async function readFrames(): Promise<readonly Frame[]> {
	return openStory(movingRun, async (screen, advanceTo) => {
		const frames: Frame[] = [];
		for (const {momentSeconds, keys, shows, seconds} of shots) {
			/* eslint-disable no-await-in-loop -- One shot after the other is the story. */
			await advanceTo(momentSeconds);
			screen.press(...keys);
			await waitForText(screen, shows);
			await screen.settle(quietTime);
			/* eslint-enable no-await-in-loop */
			frames.push({content: readScreen(screen), seconds});
		}

		return frames;
	});
}
