import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {cpus} from 'node:os';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {ryzetop, type Tree} from './contestants.js';
import {budgets, judge} from './figures/budgets.js';
import {changeOf} from './figures/compare.js';
import type {Figure} from './figures/figure.js';
import {readNewest, writeResults} from './figures/kept-results.js';
import {describeFigure, legend} from './figures/lines.js';
import {readOptions, type Options} from './options.js';
import {measurePart, type Part} from './parts/part.js';
import {parts} from './parts/table.js';
import {warmUp} from './warm-up.js';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
	process.stderr.write(`${options}\n`);
	process.exitCode = 2;
} else {
	await run(options);
}

async function run({isQuick, only, json, before}: Options): Promise<void> {
	const chosen = parts
		.filter(({name}) => only.length === 0 || only.some(word => name.includes(word)))
		.filter(({rounds}) => !isQuick || rounds.quick !== undefined);
	const measured = chosen.filter(({isInside = false}) => before === undefined || !isInside);
	if (measured.length === 0) {
		process.stderr.write(`No part that can be measured so has that in its name. There are:\n${parts.map(({name}) => `  ${name}\n`).join('')}`);
		process.exitCode = 2;
		return;
	}

	const trees: readonly Tree[] = [{name: 'ryzetop', cli: ryzetop}, ...before === undefined ? [] : [before]];
	const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {readonly version: string};
	const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
	const kept = readNewest(fileURLToPath(new URL('results', import.meta.url)));
	print(`${version}, node ${process.version}, ${processor}, ${isQuick ? 'quick' : 'full'}${before === undefined ? '' : `, before is ${before.cli}`}`);
	print(kept === undefined ? 'No results of a release are kept to compare with.' : `Compared with the results of ${kept.version}.`);
	print(legend);
	execFileSync('tsc', ['-p', 'bench/plain']);
	await warmUp(trees);
	const figures: Figure[] = [];
	// The file is written anew after each part, so that a run which ends early has not measured for nothing.
	const write = () => {
		if (json !== undefined) {
			writeResults(json, {
				version, node: process.version, processor, isQuick,
			}, figures);
		}
	};

	write();
	for (const part of measured) {
		print('');
		for (const figure of await measureOrTell(part, trees, isQuick)) {
			figures.push(figure);
			const change = kept && changeOf(figure, kept.figures);
			print(describeFigure(figure, kept && change && {version: kept.version, change}).join('\n'));
		}

		write();
	}

	if (chosen.length > measured.length) {
		print(`\nMade with the sources of this tree, and left out with --against: ${chosen.filter(part => !measured.includes(part)).map(({name}) => name).join('; ')}.`);
	}

	sumUp(figures, measured.length === parts.length);
}

/** Measures a part. Where it fails, that is told, and the parts after it are measured all the same. */
async function measureOrTell(part: Part, trees: readonly Tree[], isQuick: boolean): Promise<readonly Figure[]> {
	try {
		return await measurePart(part, {trees, isQuick});
	} catch (error) {
		process.stderr.write(`${part.name}: failed. ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
		return [];
	}
}

/** Tells once more which budgets are not kept, and in a whole run which no figure was measured for. */
function sumUp(figures: readonly Figure[], isWhole: boolean): void {
	const judged = figures.flatMap(figure => judge(figure));
	const nameOf = ({figure, beside}: {readonly figure: string; readonly beside?: string}) => beside === undefined ? figure : `${figure} × ${beside}`;
	const over = judged.filter(({isKept}) => !isKept).map(budget => `${nameOf(budget)} (${Number(budget.value.toPrecision(3))}, at most ${budget.most})`);
	const seen = new Set(judged.map(budget => nameOf(budget)));
	const missing = isWhole ? budgets.map(budget => nameOf(budget)).filter(name => !seen.has(name)) : [];
	print('');
	for (const line of [
		`${judged.length - over.length} of ${judged.length} budgets that were measured are kept.`,
		...over.map(words => `over: ${words}`),
		...missing.map(name => `not measured: ${name}`),
	]) {
		print(line);
	}
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}
