import {writeFileSync} from 'node:fs';
import {describeScreen} from './describe-screen.js';
import {drawSvg} from './draw-svg.js';
import {findFontFolder, listFiles, loadFont} from './fonts.js';
import {makeMoving} from './moving/make-moving.js';
import {movingFile, movingRun} from './moving/story.js';
import {palettes} from './palette.js';
import {playStory} from './play-story.js';
import {writePng} from './png.js';
import {readScreen} from './read-screen.js';
import {renderImage} from './render.js';
import {pictureFile, screenKeyword, stories} from './stories.js';

// This script makes all pictures of the documents. The same commit gives the same bytes on every machine and at any time.

// A frame is complete when nothing was written for so long: the program pauses for less between the parts of one frame.
const quietTime = 300;

// The pictures are sharp on screens with a higher density too, and their files stay small.
const scale = 1.5;

const font = loadFont(findFontFolder());
for (const story of stories) {
	// eslint-disable-next-line no-await-in-loop -- One after the other, because the stories time out on a machine that is too busy.
	const content = await playStory(story, async screen => {
		await screen.settle(quietTime);
		return readScreen(screen);
	});
	const svg = drawSvg(content, {palette: palettes.dark, faces: font.faces, fallbacks: font.fallbacks});
	const image = renderImage(svg, listFiles(font), scale);
	const png = writePng(image, screenKeyword, describeScreen(content).join('\n'));
	writeFileSync(pictureFile(story), png);
	console.log(`docs/pictures/${story.file}  ${image.width}x${image.height}  ${Math.ceil(png.length / 1000)} kB`);
}

const moving = await makeMoving(font);
writeFileSync(pictureFile({file: movingFile}), moving);
console.log(`docs/pictures/${movingFile}  ${movingRun.columns}x${movingRun.rows} cells  ${Math.ceil(moving.length / 1000)} kB`);
