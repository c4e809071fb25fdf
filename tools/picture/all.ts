import {writeFileSync} from 'node:fs';
import {describeScreen} from './describe-screen.js';
import {drawPicture} from './draw.js';
import {findFontFolder, loadFont} from './fonts.js';
import {palettes} from './palette.js';
import {playStory} from './play-story.js';
import {writePng} from './png.js';
import {renderImage} from './render.js';
import {pictureFile, screenKeyword, stories} from './stories.js';
import {takePicture} from './take-picture.js';

// Makes all pictures of the README anew. The same commit gives the same bytes, wherever and whenever it is run.

// Longer than the program may pause between the parts of one frame.
const quiet = 300;

// Sharp where a screen has more than one dot for a pixel, and still small.
const scale = 1.5;

const font = loadFont(findFontFolder());
for (const story of stories) {
	// eslint-disable-next-line no-await-in-loop -- One after the other, as a busy machine likes it.
	const picture = await playStory(story, async screen => {
		await screen.settle(quiet);
		return takePicture(screen);
	});
	const svg = drawPicture(picture, {palette: palettes.dark, faces: font.faces});
	const image = renderImage(svg, Object.values(font.files), scale);
	const png = writePng(image, screenKeyword, describeScreen(picture).join('\n'));
	writeFileSync(pictureFile(story), png);
	console.log(`docs/pictures/${story.file}  ${image.width}x${image.height}  ${Math.ceil(png.length / 1000)} kB`);
}
