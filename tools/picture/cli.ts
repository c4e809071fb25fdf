import {existsSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArguments, type PictureOptions} from './arguments.js';
import {captureScreen} from './capture.js';
import {drawPicture} from './draw.js';
import {findFontFolder, loadFont} from './fonts.js';
import {palettes} from './palette.js';
import {usage} from './read-options.js';
import {renderPng} from './render.js';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const parsed = parseArguments(process.argv.slice(2));
if (parsed.kind === 'misuse') {
	console.error([...parsed.problems, '', usage].join('\n'));
	process.exitCode = 2;
} else {
	try {
		await takePicture(parsed.options);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

async function takePicture(request: PictureOptions) {
	const {command, out, theme, isText} = request;
	if (command === undefined && !existsSync(program)) {
		throw new Error(`There is no ${program} to draw. Build it first: npm run build`);
	}

	const font = loadFont(findFontFolder());
	const {picture, text, isAnswered} = await captureScreen(request, program);
	if (isText) {
		console.log(text);
	}

	if (out !== undefined) {
		const svg = drawPicture(picture, {palette: palettes[theme], faces: font.faces});
		writeFileSync(out.file, out.format === 'svg' ? svg : renderPng(svg, Object.values(font.files)));
	}

	if (!isAnswered) {
		console.error('The first answer did not come in time; the picture shows how that looks.');
	}
}
