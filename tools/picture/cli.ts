import {existsSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parseArguments, type PictureOptions} from './arguments.js';
import {captureScreen} from './capture.js';
import {drawSvg} from './draw-svg.js';
import {findFontFolder, listFiles, loadFont} from './fonts.js';
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
		await makePicture(parsed.options);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

async function makePicture(options: PictureOptions) {
	const {command, out, theme, isText} = options;
	if (command === undefined && !existsSync(program)) {
		throw new Error(`There is no ${program} to draw. Build it first: npm run build`);
	}

	const font = loadFont(findFontFolder());
	const {content, text, isAnswered} = await captureScreen(options, program);
	if (isText) {
		console.log(text);
	}

	if (out !== undefined) {
		const svg = drawSvg(content, {palette: palettes[theme], faces: font.faces, fallbacks: font.fallbacks});
		writeFileSync(out.file, out.format === 'svg' ? svg : renderPng(svg, listFiles(font)));
	}

	if (!isAnswered) {
		console.error('The first answer did not come in time; the picture shows how that looks.');
	}
}
