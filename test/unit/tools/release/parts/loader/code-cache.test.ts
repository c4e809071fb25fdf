import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import fs, {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {after} from 'node:test';
import {crc32} from 'node:zlib';
import {openCodeCache, type KeptCode} from '../../../../../../tools/release/parts/loader/code-cache.js';

const root = mkdtempSync(path.join(tmpdir(), 'ryzetop-code-cache-'));
after(() => {
	rmSync(root, {recursive: true});
});

const fresh = () => path.join(mkdtempSync(path.join(root, 'case-')), 'code');
const open = (folder: string, others: {readonly key?: string; readonly user?: number | undefined} = {}) => openCodeCache({
	folder, file: 'monitor', key: 'one', user: process.getuid?.(), pid: 7, fs, crc32, ...others,
});
const code: KeptCode = {runs: 2, parts: {'part-A.js': {text: 11, code: Buffer.from([1, 10, 2])}, 'part-B.js': {text: 22, code: Buffer.from([3])}}};
const nothing: KeptCode = {runs: 0, parts: {}};
const plain = ({runs, parts}: KeptCode) => ({runs, parts: Object.entries(parts).map(([name, {text, code: data}]) => [name, text, ...data])});

/** A folder in which the code is kept. */
function kept(): string {
	const folder = fresh();
	open(folder).write(code);
	assert.deepEqual(plain(open(folder).read()), plain(code));
	return folder;
}

test('code is read as it was kept, in a folder and a file of the own user alone', () => {
	const folder = kept();
	assert.deepEqual(readdirSync(folder), ['monitor']);
	assert.equal(fs.statSync(folder).mode % 0o1000, 0o700);
	assert.equal(fs.statSync(path.join(folder, 'monitor')).mode % 0o1000, 0o600);
});

test('code of another key is not read', () => {
	assert.deepEqual(open(kept(), {key: 'two'}).read(), nothing);
});

test('code that another user may have written is neither read nor kept', () => {
	const folder = kept();
	const other = open(folder, {user: (process.getuid?.() ?? 0) + 1});
	assert.deepEqual(other.read(), nothing);
	other.write({...code, runs: 9});
	assert.deepEqual(plain(open(folder).read()), plain(code));
	chmodSync(path.join(folder, 'monitor'), 0o620);
	assert.deepEqual(open(folder).read(), nothing);
	chmodSync(path.join(folder, 'monitor'), 0o600);
	chmodSync(folder, 0o770);
	assert.deepEqual(open(folder).read(), nothing);
});

test('a link to a folder is not taken for the folder', () => {
	const folder = fresh();
	symlinkSync(kept(), folder);
	assert.deepEqual(open(folder).read(), nothing);
	open(folder).write({...code, runs: 9});
	assert.deepEqual(open(folder).read(), nothing);
});

test('a file with a single byte changed, cut off at any place, or with any other text gives nothing', () => {
	const folder = kept();
	const file = path.join(folder, 'monitor');
	const whole = readFileSync(file);
	for (let length = 0; length < whole.length; length++) {
		writeFileSync(file, whole.subarray(0, length));
		assert.deepEqual(open(folder).read(), nothing, `${length} bytes`);
	}

	const first = whole.indexOf('\n') + 1;
	for (let place = first; place < whole.length; place++) {
		const changed = Buffer.from(whole);
		changed.writeUInt8(255 - whole.readUInt8(place), place);
		writeFileSync(file, changed);
		assert.deepEqual(open(folder).read(), nothing, `byte ${place}`);
	}

	for (const text of ['', '\n', '{}\n', 'null\n', '[1]\n', '{"key":"one","runs":1}\n', '{"key":"one","parts":[[]]}\n', '{"key":"one","runs":1,"parts":[["a",1,-1,0]]}\n']) {
		writeFileSync(file, text);
		assert.deepEqual(open(folder).read(), nothing, text);
	}
});

test('where nothing can be written nothing is kept, and nothing is said', () => {
	const file = path.join(mkdtempSync(path.join(root, 'case-')), 'file');
	writeFileSync(file, '');
	for (const folder of [file, path.join(file, 'below'), '/proc/none', path.join(root, 'none', 'none')]) {
		open(folder).write(code);
		assert.deepEqual(open(folder).read(), nothing);
	}

	const folder = kept();
	mkdirSync(path.join(folder, 'monitor.7'));
	open(folder).write({...code, runs: 3});
	assert.deepEqual(plain(open(folder).read()), plain(code));
});

test('what a killed process has left half written is taken away', () => {
	const folder = kept();
	writeFileSync(path.join(folder, 'monitor.7'), 'half');
	open(folder).write({...code, runs: 3});
	assert.deepEqual(readdirSync(folder), ['monitor']);
	open(folder).write({...code, runs: 3});
	assert.equal(open(folder).read().runs, 3);
});
