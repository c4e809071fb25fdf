import assert from 'node:assert/strict';
import {
	chmodSync,
	globSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {pathToFileURL} from 'node:url';
import {openParts} from '../../../tools/release/parts/loader/open-parts.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {program} from '../../helpers/program.js';
import {run} from '../running.js';

const scripts = globSync('part-*.js', {cwd: path.dirname(program)})
	.filter(part => readFileSync(path.join(path.dirname(program), part), 'utf8').startsWith('(function(require,give,meta){'));

test('every part can be loaded, and all that it exports is there at once', () => {
	const {load} = openParts(pathToFileURL(program).href, {
		arch: process.arch,
		argv: [],
		env: {NODE_DISABLE_COMPILE_CACHE: '1'},
		getBuiltinModule: process.getBuiltinModule,
		on: () => process,
		pid: process.pid,
		version: process.version,
	});
	const exported = scripts.flatMap(part => Object.entries(load(`./${part}`)).map(([name, value]) => ({name: `${part} ${name}`, value})));
	assert.ok(exported.length > 300, `${exported.length} of ${scripts.length} parts`);
	assert.deepEqual(exported.filter(({value}) => value === undefined).map(({name}) => name), []);
});

/** A temporary folder in which `list` was run, with what its code is kept in. */
async function runIn(temporary: string, env: Readonly<Record<string, string>> = {}) {
	const {end, stderr} = await run(['list', '--demo'], {env: {TMPDIR: temporary, ...env}});
	assert.deepEqual([end, stderr], [0, '']);
	const folder = readdirSync(temporary).find(name => name.startsWith('ryzetop-code-'));
	const file = folder === undefined ? undefined : path.join(temporary, folder, 'list');
	return {file: file ?? '', runs: file === undefined ? undefined : runsOf(file)};
}

/** By how many runs the code in a file was made. */
function runsOf(file: string): number | undefined {
	const {runs} = JSON.parse(readFileSync(file, 'utf8').split('\n', 1)[0] ?? '') as {readonly runs?: number};
	return runs;
}

test('the first three runs of a command keep its code, later ones write nothing, and code that is spoilt is kept anew', async () => {
	const temporary = freshFolder();
	const kept = [await runIn(temporary), await runIn(temporary), await runIn(temporary)];
	assert.deepEqual(kept.map(({runs}) => runs), [1, 2, 3]);
	const {file} = await runIn(temporary);
	const {mtimeMs, size} = statSync(file);
	await runIn(temporary);
	assert.equal(statSync(file).mtimeMs, mtimeMs);
	const spoilt = readFileSync(file);
	spoilt.fill(0, size - 1000);
	writeFileSync(file, spoilt);
	assert.equal((await runIn(temporary)).runs, 1);
	await runIn(temporary);
	await runIn(temporary);
	// V8 refuses code that was made under other flags.
	const {end} = await run(['list', '--demo'], {env: {TMPDIR: temporary}, nodeOptions: ['--max-lazy']});
	assert.deepEqual([end, runsOf(file)], [0, 1]);
});

test('no code is kept where it is turned off, and none is taken that others may have written', async () => {
	const temporary = freshFolder();
	assert.deepEqual(await runIn(temporary, {NODE_DISABLE_COMPILE_CACHE: '1'}), {file: '', runs: undefined});
	const {file} = await runIn(temporary);
	chmodSync(path.dirname(file), 0o777);
	assert.equal((await runIn(temporary)).runs, 1);
});

test('the text of every part has characters of one byte, so that V8 keeps it in half the memory', () => {
	const texts = scripts.map(part => ({part, text: readFileSync(path.join(path.dirname(program), part), 'utf8')}));
	assert.deepEqual(texts.filter(({text}) => /[^\u{0}-\u{FF}]/v.test(text)).map(({part}) => part), []);
});
