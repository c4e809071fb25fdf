import assert from 'node:assert/strict';
import fs, {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {after} from 'node:test';
import {pathToFileURL} from 'node:url';
import vm from 'node:vm';
import {crc32} from 'node:zlib';
import type {KeptCode} from '../../../../../../tools/release/parts/loader/code-cache.js';
import {createParts} from '../../../../../../tools/release/parts/loader/parts.js';

const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-parts-'));
after(() => {
	rmSync(folder, {recursive: true});
});

const entry = pathToFileURL(path.join(folder, 'cli.js')).href;
const write = (name: string, body: string) => {
	writeFileSync(path.join(folder, name), `(function(require,give,meta){"use strict";${body}})`);
};

write('part-A.js', 'const {twice} = require("./part-B.js"); give({four: () => twice(2), url: meta.url, later: () => require("./part-C.js")});');
write('part-B.js', 'globalThis.countOfB = (globalThis.countOfB ?? 0) + 1; give({twice: number => 2 * number});');
write('part-C.js', 'give({three: 3});');
write('part-D.js', 'throw new Error("not that");');

type Of = {readonly four: () => number; readonly url: string; readonly later: () => unknown};

const none: KeptCode = {runs: 0, parts: {}};

/** A program that runs with a cache in memory; `written` has all that is kept by it. */
function start(kept: KeptCode = none) {
	const written: KeptCode[] = [];
	let reads = 0;
	const parts = createParts({
		entry,
		fs,
		vm,
		crc32,
		cache: {
			read() {
				reads += 1;
				return kept;
			},
			write(code) {
				written.push(code);
			},
		},
	});
	return {...parts, written, reads: () => reads};
}

/**
Makes scripts that tell what code they were given, and whether V8 has refused it. V8 itself takes what this process has compiled before, and
does not look.
*/
function countScripts(isRefused: boolean) {
	const given: unknown[] = [];
	class Script extends vm.Script {
		public override readonly cachedDataRejected = isRefused;

		public constructor(text: string, options: vm.ScriptOptions) {
			super(text, options);
			given.push(options.cachedData);
		}
	}

	return {Script, given};
}

/** The code that a run keeps which calls the function of the part A. */
function run(kept?: KeptCode): KeptCode | undefined {
	const {load, settle, written} = start(kept);
	(load('./part-A.js') as Of).four();
	settle();
	return written[0];
}

test('a part is run once, with what it loads and with its own address, and gives what it exports', () => {
	const {load} = start();
	const a = load('./part-A.js') as Of;
	const before = (globalThis as {countOfB?: number}).countOfB;
	assert.equal(a.four(), 4);
	assert.equal(a.url, new URL('part-A.js', entry).href);
	load('./part-B.js');
	assert.equal(load('./part-A.js'), a);
	assert.equal((globalThis as {countOfB?: number}).countOfB, before);
	assert.deepEqual(a.later(), {three: 3});
});

test('a stack tells the file of a part as that of a module', () => {
	const {load} = start();
	assert.throws(() => load('./part-D.js'), (error: Error) => {
		assert.match(error.stack ?? '', new RegExp(`${entry.replace('cli.js', 'part-D.js')}:1:\\d+`, 'v'));
		return true;
	});
});

test('a part whose file is gone throws the error of the system, which names it', () => {
	assert.throws(() => start().load('./part-E.js'), {code: 'ENOENT', syscall: 'open'});
});

test('the code of a run is handed to V8 in the next one', () => {
	const first = run();
	assert.deepEqual([first?.runs, Object.keys(first?.parts ?? {}).toSorted()], [1, ['part-A.js', 'part-B.js']]);
	const {Script, given} = countScripts(false);
	createParts({
		entry, fs, vm: {Script}, crc32, cache: {read: () => first ?? none, write: () => undefined},
	}).load('./part-A.js');
	assert.deepEqual(given, [first?.parts['part-A.js']?.code, first?.parts['part-B.js']?.code]);
});

test('three runs add what they compiled, and later ones keep nothing: a part that was not kept begins anew', () => {
	const [first, second, third] = [run(), run(run()), run(run(run()))];
	assert.deepEqual([first, second, third].map(code => code?.runs), [1, 2, 3]);
	assert.equal(run(third), undefined);
	const {load, settle, written} = start(third);
	(load('./part-A.js') as Of).later();
	settle();
	assert.deepEqual([written[0]?.runs, Object.keys(written[0]?.parts ?? {}).length], [1, 3]);
});

test('the code of a part that was not loaded stays, unless its file is gone', () => {
	const first = run();
	const {load, settle, written} = start({runs: 1, parts: {...first?.parts, 'part-F.js': {text: 1, code: Uint8Array.of(1)}}});
	load('./part-B.js');
	settle();
	assert.deepEqual(Object.keys(written[0]?.parts ?? {}).toSorted(), ['part-A.js', 'part-B.js']);
});

test('code of another text is not taken, though that has the same name and length', () => {
	write('part-G.js', 'give({number: 1});');
	const first = start();
	first.load('./part-G.js');
	first.settle();
	write('part-G.js', 'give({number: 2});');
	const {Script, given} = countScripts(false);
	const second = createParts({
		entry, fs, vm: {Script}, crc32, cache: {read: () => first.written[0] ?? none, write: () => undefined},
	});
	assert.deepEqual(second.load('./part-G.js'), {number: 2});
	assert.deepEqual(given, [undefined]);
});

test('code that V8 refuses is compiled anew, and kept', () => {
	const written: KeptCode[] = [];
	const {Script} = countScripts(true);
	const kept = run(run(run())) ?? none;
	const {load, settle} = createParts({
		entry, fs, vm: {Script}, crc32, cache: {
			read: () => kept,
			write(code) {
				written.push(code);
			},
		},
	});
	assert.equal((load('./part-A.js') as Of).four(), 4);
	settle();
	assert.deepEqual([kept.runs, written[0]?.runs], [3, 1]);
});

test('nothing is read before a part is loaded, and nothing is kept twice', () => {
	const idle = start();
	idle.settle();
	assert.deepEqual([idle.reads(), idle.written], [0, []]);
	const {load, settle, written, reads} = start();
	load('./part-C.js');
	settle();
	load('./part-B.js');
	settle();
	assert.deepEqual([written.length, reads()], [1, 1]);
});
