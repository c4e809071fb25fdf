import {writeFileSync} from 'node:fs';
import process from 'node:process';
import {describeScreen} from './describe-screen.js';
import {drawSvg} from './draw-svg.js';
import {findFontFolder, listFiles, loadFont} from './fonts.js';
import {drawMoving} from './moving/draw-moving.js';
import {readFrames} from './moving/read-frames.js';
import {moving, movingRun, stillShot} from './moving/story.js';
import {palettes} from './palette.js';
import {playStory} from './play-story.js';
import {writePng} from './png.js';
import {readScreen} from './read-screen.js';
import {renderImage} from './render.js';
import {
	noteScreen,
	pictureFile,
	pictureName,
	screenKeyword,
} from './stories/picture-file.js';
import {stories} from './stories/stories.js';
import {themes} from './stories/story.js';

// This script makes all pictures of the documents, or those that are named, each dark and light. The same commit gives the same bytes on
// every machine and at any time.

// A frame is complete when nothing was written for so long: the program pauses for less between the parts of one frame.
const quietTime = 300;

// A whole number of pixels for a cell, so that the same character is the same pixels everywhere and the files stay small. A page that shows
// the pictures at half of their width is sharp on screens with a higher density too.
const scale = 1.3;

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.includes(name);
const {faces, fallbacks, ...font} = loadFont(findFontFolder());
const files = listFiles({faces, fallbacks, ...font});

const write = (file: string, size: string, content: string | Uint8Array) => {
	writeFileSync(pictureFile(file), content);
	console.log(`docs/pictures/${file}  ${size}  ${Math.ceil(content.length / 1000)} kB`);
};

for (const story of stories) {
	if (!isWanted(story.name)) {
		continue;
	}

	// eslint-disable-next-line no-await-in-loop -- One after the other, because the stories time out on a machine that is too busy.
	const content = await playStory(story, async screen => {
		await screen.settle(quietTime);
		return readScreen(screen);
	});
	const description = describeScreen(content).join('\n');
	for (const theme of themes) {
		const image = renderImage(drawSvg(content, {palette: palettes[theme], faces, fallbacks}), files, scale);
		write(pictureName(story.name, theme), `${image.width}x${image.height}`, writePng(image, screenKeyword, noteScreen(description, theme)));
	}
}

if (isWanted(moving.name)) {
	const frames = await readFrames();
	for (const theme of themes) {
		const drawn = drawMoving(frames, stillShot, {palette: palettes[theme], faces, fallbacks});
		write(pictureName(moving.name, theme, 'svg'), `${movingRun.columns}x${movingRun.rows} cells`, drawn);
	}
}
