import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {SourceMapPayload} from 'node:module';
import {traceCrash} from './trace-crash.js';

// Prints a crash report with the places in the sources, by the maps that the build of that version has kept: npm run crash -- FILE

const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
	refuse(file === undefined ? 'Name the file of the report: npm run crash -- FILE' : `There is no file ${file}.`);
} else {
	printTrace(readFileSync(file, 'utf8'));
}

function printTrace(report: string): void {
	const version = /^version +(?<version>\S+)$/mv.exec(report)?.groups?.version ?? 'unknown';
	const maps = path.join('maps', version);
	if (!existsSync(maps)) {
		refuse(`The maps of version ${version} are not in ${maps}. Fetch them with its release, or build that version.`);
		return;
	}

	process.stdout.write(traceCrash(report, part => {
		const map = path.join(maps, `${part}.map`);
		return existsSync(map) ? JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload : undefined;
	}));
}

function refuse(problem: string): void {
	process.stderr.write(`${problem}\n`);
	process.exitCode = 2;
}
