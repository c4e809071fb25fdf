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

async function open(file: string, limit?: number): Promise<{readonly log: DebugLog; readonly sharedMode: number | undefined}> {
	const opened = await openDebugLog(file, () => false, limit);
	assert.strictEqual(opened.kind, 'open', opened.kind === 'problem' ? opened.problem : '');
	return opened;
}

const modeOf = (file: string) => statSync(file).mode % 0o1000;

test('a new log is its owner\'s alone, whatever the mask of the process', async () => {
	const before = process.umask(0);
	try {
		const file = freshPath();
		const {log, sharedMode} = await open(file);
		assert.equal(await log.append('one'), undefined);
		await log.close();
		assert.deepEqual([readFileSync(file, 'utf8'), modeOf(file), sharedMode], ['one\n', 0o600, undefined]);
	} finally {
		process.umask(before);
	}
});

test('a log that is there goes on, and one that others can read is told', async () => {
	const file = freshPath();
	writeFileSync(file, 'before\n');
	chmodSync(file, 0o644);
	const {log, sharedMode} = await open(file);
	await log.append('after');
	await log.close();
	assert.deepEqual([readFileSync(file, 'utf8'), sharedMode], ['before\nafter\n', 0o644]);
});

test('a full log becomes the former one, and the two never hold more than twice the limit', async () => {
	const before = process.umask(0);
	try {
		const file = freshPath();
		const {log} = await open(file, 100);
		for (let index = 10; index < 60; index++) {
			// eslint-disable-next-line no-await-in-loop -- one after the other
			assert.equal(await log.append(`line ${index}`), undefined);
			assert.ok(statSync(file).size <= 100);
		}

		await log.close();
		const text = readFileSync(`${file}.1`, 'utf8') + readFileSync(file, 'utf8');
		assert.ok(text.endsWith('line 58\nline 59\n'));
		assert.ok(text.length > 100 && text.length <= 200);
		assert.deepEqual([modeOf(file), modeOf(`${file}.1`)], [0o600, 0o600]);
	} finally {
		process.umask(before);
	}
});

test('two monitors that write to one log lose no line and keep its bound', async () => {
	const file = freshPath();
	const [one, other] = [(await open(file, 60)).log, (await open(file, 60)).log];
	for (let index = 10; index < 20; index++) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual([await one.append(`one ${index}`), await other.append(`two ${index}`)], [undefined, undefined]);
		assert.ok(statSync(file).size <= 60);
	}

	assert.match(readFileSync(file, 'utf8'), /one 19\ntwo 19\n$/v);
	await one.close();
	await other.close();
});

test('a link to a log is followed, and what is rotated is the file it points to', async () => {
	const file = freshPath();
	const link = `${freshPath()}.link`;
	writeFileSync(file, '');
	symlinkSync(file, link);
	const {log} = await open(link, 10);
	await log.append('123456');
	await log.append('abcdef');
	await log.close();
	assert.deepEqual([readFileSync(`${file}.1`, 'utf8'), readFileSync(link, 'utf8'), existsSync(`${link}.1`)], ['123456\n', 'abcdef\n', false]);
});

test('a disk that is full loses the line and says so, and nothing is thrown', {skip: existsSync('/dev/full') ? false : 'there is no /dev/full here'}, async () => {
	const {log} = await open('/dev/full');
	assert.deepEqual([await log.append('one'), await log.append('two')], ['ENOSPC', 'ENOSPC']);
	await log.close();
	assert.equal(await log.append('three'), 'EBADF');
});

test('a log whose folder has gone loses lines at its bound instead of growing beyond it', async () => {
	const file = freshPath();
	const {log} = await open(file, 10);
	assert.equal(await log.append('123456'), undefined);
	rmSync(path.dirname(file), {recursive: true});
	assert.equal(await log.append('abcdef'), 'ENOENT');
	await log.close();
});

test('what cannot be opened is told with what to give instead', async () => {
	const file = freshPath();
	const cases: ReadonlyArray<readonly [string, RegExp]> = [
		[path.join(file, 'below'), /^There is no such folder\. /v],
		[path.dirname(file), /^It is a directory\. /v],
	];
	for (const [given, words] of cases) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const opened = await openDebugLog(given, () => false);
		assert.match(opened.kind === 'problem' ? opened.problem : '', words);
	}

	const terminal = await openDebugLog(file, () => true);
	assert.match(terminal.kind === 'problem' ? terminal.problem : '', /^It is a terminal, /v);
});
