import assert from 'node:assert/strict';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {until} from '../../../helpers/processes.js';
import {checkRecorded, countRecorded, serveTruth} from '../memory/truth.js';
import {
	changeSeen,
	configLine,
	needsRoot,
	nobody,
	runOn,
	watch,
} from '../memory/watching.js';

const readOnly = 'cannot be written: it is read-only here';

/** Rights of a folder and of the file in it, neither of which is the user's. */
const rights: Readonly<Record<string, {readonly folder: number; readonly file: number}>> = {
	'a folder and a file that are read-only': {folder: 0o755, file: 0o644},
	'a file that is read-only in a folder that is not': {folder: 0o777, file: 0o644},
	'a folder that is read-only, though the file is not': {folder: 0o755, file: 0o666},
};

/** A folder that another user may enter. */
function openFolder(): string {
	const folder = freshFolder();
	chmodSync(folder, 0o755);
	return folder;
}

for (const [name, {folder: folderMode, file: fileMode}] of Object.entries(rights)) {
	test(`${name} is read by another user, who is told once that nothing is recorded`, {skip: needsRoot}, async () => {
		const folder = openFolder();
		const file = path.join(folder, 'history.db');
		await using truth = await serveTruth(3);
		{
			await using owner = await watch(truth, {file});
			await changeSeen(truth, owner, 0, 1);
			await owner.end();
		}

		chmodSync(folder, folderMode);
		chmodSync(file, fileMode);
		const before = readFileSync(file);
		await using watching = await watch(truth, {file, uid: nobody});
		await changeSeen(truth, watching, 1, 4);
		assert.deepEqual(watching.said(), [`the memory ${readOnly}.`]);
		assert.ok((await configLine(truth, {file, uid: nobody})).endsWith(`, ${readOnly}`));
		const {stdout, stderr} = await runOn(truth, ['list', 'since<1h', '--output', 'csv'], {file, uid: nobody});
		assert.ok(stdout.includes(truth.names[0] ?? ''), stdout);
		assert.equal(stderr, '');
		await watching.end();
		assert.deepEqual(readFileSync(file), before);
	});
}

test('a memory that its owner records is read by others while it grows, and they leave nothing in it', {skip: needsRoot}, async () => {
	const folder = openFolder();
	const file = path.join(folder, 'history.db');
	await using truth = await serveTruth(3);
	{
		await using first = await watch(truth, {file});
		await first.end();
	}

	chmodSync(file, 0o644);
	await using owner = await watch(truth, {file});
	await changeSeen(truth, owner, 0, 3);
	// What the owner has just written is in the log beside the file.
	await until(() => countRecorded(file) === 3, 'the changes');
	await using reader = await watch(truth, {file, uid: nobody});
	assert.deepEqual(reader.said(), [`the memory ${readOnly}.`]);
	const {stdout, stderr} = await runOn(truth, ['list', 'since<1h', '--output', 'csv'], {file, uid: nobody});
	assert.ok(truth.names.every(name => stdout.includes(name)), stdout);
	assert.equal(stderr, '');
	assert.match(await configLine(truth, {file, uid: nobody}), /read-only here$/v);
	await changeSeen(truth, owner, 3, 6);
	await reader.sees(truth.names[2] ?? '');
	await owner.end();
	await changeSeen(truth, reader, 6, 7);
	assert.equal(reader.said().length, 1);
	assert.deepEqual(owner.said(), []);
	await reader.end();
	assert.equal(countRecorded(file), 6);
});

test('where neither the folder is there nor the right to make it, that is told once, and nothing is remembered', {skip: needsRoot}, async () => {
	const home = openFolder();
	await using truth = await serveTruth(2);
	await using watching = await watch(truth, {uid: nobody, home});
	await changeSeen(truth, watching, 0, 2);
	assert.deepEqual(watching.said(), ['the memory cannot be opened (EACCES).']);
	assert.match(await configLine(truth, {uid: nobody, home}), /\/\.local\/state\/ryzetop\/history\.db \(there is none yet; it cannot be made \(EACCES\)\)$/v);
	await watching.end();
	assert.ok(!existsSync(path.join(home, '.local')));
});

test('a folder that nobody may enter is told once, and nothing is remembered', {skip: needsRoot}, async () => {
	const home = openFolder();
	mkdirSync(path.join(home, '.local/state'), {recursive: true});
	chmodSync(path.join(home, '.local'), 0o700);
	await using truth = await serveTruth(2);
	await using watching = await watch(truth, {uid: nobody, home});
	await changeSeen(truth, watching, 0, 2);
	assert.deepEqual(watching.said(), ['the memory cannot be opened (EACCES).']);
	assert.match(await configLine(truth, {uid: nobody, home}), / cannot be opened \(EACCES\)$/v);
});

test('where there is a right to make it the folder is made, and the memory is for its owner alone', {skip: needsRoot}, async () => {
	const home = openFolder();
	chownSync(home, nobody, nobody);
	await using truth = await serveTruth(2);
	await using watching = await watch(truth, {uid: nobody, home});
	await changeSeen(truth, watching, 0, 2);
	await watching.end();
	assert.deepEqual(watching.said(), []);
	checkRecorded(path.join(home, '.local/state/ryzetop/history.db'), truth);
});
