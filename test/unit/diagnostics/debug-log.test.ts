import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {openDebugLog, type DebugLog} from '../../../source/diagnostics/debug-log.js';

/** A path in a folder of its own. */
function freshPath(): string {
	return path.join(freshFolder(), 'debug.log');
}

function open(file: string, limit?: number): {readonly log: DebugLog; readonly sharedMode: number | undefined} {
	const opened = openDebugLog(file, () => false, limit);
	assert.strictEqual(opened.kind, 'open', opened.kind === 'problem' ? opened.problem : '');
	return opened;
}

const modeOf = (file: string) => statSync(file).mode % 0o1000;

test('a new log is its owner\'s alone, whatever the mask of the process', () => {
	const before = process.umask(0);
	try {
		const file = freshPath();
		const {log, sharedMode} = open(file);
		assert.equal(log.append('one'), undefined);
		log.close();
		assert.deepEqual([readFileSync(file, 'utf8'), modeOf(file), sharedMode], ['one\n', 0o600, undefined]);
	} finally {
		process.umask(before);
	}
});

test('a log that is there goes on, and one that others can read is told', () => {
	const file = freshPath();
	writeFileSync(file, 'before\n');
	chmodSync(file, 0o644);
	const {log, sharedMode} = open(file);
	log.append('after');
	log.close();
	assert.deepEqual([readFileSync(file, 'utf8'), sharedMode], ['before\nafter\n', 0o644]);
});

test('a full log becomes the former one, and the two never hold more than twice the limit', () => {
	const before = process.umask(0);
	try {
		const file = freshPath();
		const {log} = open(file, 100);
		for (let index = 10; index < 60; index++) {
			assert.equal(log.append(`line ${index}`), undefined);
			assert.ok(statSync(file).size <= 100);
		}

		log.close();
		const text = readFileSync(`${file}.1`, 'utf8') + readFileSync(file, 'utf8');
		assert.ok(text.endsWith('line 58\nline 59\n'));
		assert.ok(text.length > 100 && text.length <= 200);
		assert.deepEqual([modeOf(file), modeOf(`${file}.1`)], [0o600, 0o600]);
	} finally {
		process.umask(before);
	}
});

test('two monitors that write to one log lose no line and keep its bound', () => {
	const file = freshPath();
	const [one, other] = [open(file, 60).log, open(file, 60).log];
	for (let index = 10; index < 20; index++) {
		assert.deepEqual([one.append(`one ${index}`), other.append(`two ${index}`)], [undefined, undefined]);
		assert.ok(statSync(file).size <= 60);
	}

	assert.match(readFileSync(file, 'utf8'), /one 19\ntwo 19\n$/v);
	one.close();
	other.close();
});

test('a link to a log is followed, and what is rotated is the file it points to', () => {
	const file = freshPath();
	const link = `${freshPath()}.link`;
	writeFileSync(file, '');
	symlinkSync(file, link);
	const {log} = open(link, 10);
	log.append('123456');
	log.append('abcdef');
	log.close();
	assert.deepEqual([readFileSync(`${file}.1`, 'utf8'), readFileSync(link, 'utf8'), existsSync(`${link}.1`)], ['123456\n', 'abcdef\n', false]);
});

test('a disk that is full loses the line and says so, and nothing is thrown', {skip: existsSync('/dev/full') ? false : 'there is no /dev/full here'}, () => {
	const {log} = open('/dev/full');
	assert.deepEqual([log.append('one'), log.append('two')], ['ENOSPC', 'ENOSPC']);
	log.close();
	assert.equal(log.append('three'), 'EBADF');
});

test('a log whose folder has gone loses lines at its bound instead of growing beyond it', () => {
	const file = freshPath();
	const {log} = open(file, 10);
	assert.equal(log.append('123456'), undefined);
	rmSync(path.dirname(file), {recursive: true});
	assert.equal(log.append('abcdef'), 'ENOENT');
	log.close();
});

test('what cannot be opened is told with what to give instead', () => {
	const file = freshPath();
	const cases: ReadonlyArray<readonly [string, RegExp]> = [
		[path.join(file, 'below'), /^There is no such folder\. /v],
		[path.dirname(file), /^It is a directory\. /v],
	];
	for (const [given, words] of cases) {
		const opened = openDebugLog(given, () => false);
		assert.match(opened.kind === 'problem' ? opened.problem : '', words);
	}

	const terminal = openDebugLog(file, () => true);
	assert.match(terminal.kind === 'problem' ? terminal.problem : '', /^It is a terminal, /v);
});
