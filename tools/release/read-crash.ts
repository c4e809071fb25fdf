import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {SourceMapPayload} from 'node:module';
import {traceCrash} from './trace-crash.js';

// Prints a crash report with the places in the sources, by the maps that the build of that version has kept: npm run crash -- FILE

const [file] = process.argv.slice(2);
if (file === undefined) {
	throw new Error('Name the file of the report: npm run crash -- FILE');
}

const report = readFileSync(file, 'utf8');
const version = /^version +(?<version>\S+)$/mv.exec(report)?.groups?.version ?? 'unknown';
const maps = path.join('maps', version);
if (!existsSync(maps)) {
	throw new Error(`The maps of version ${version} are not in ${maps}. Fetch them with its release, or build that version.`);
}

process.stdout.write(traceCrash(report, part => {
	const map = path.join(maps, `${part}.map`);
	return existsSync(map) ? JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload : undefined;
}));
