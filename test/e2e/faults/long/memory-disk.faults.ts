import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {until} from '../../../helpers/processes.js';
import {monitorSays} from '../memory/monitor.js';
import {mountSmallDisk} from '../memory/small-disk.js';
import {
	checkRecorded,
	countRecorded,
	serveTruth,
} from '../memory/truth.js';
import {
	changeSeen,
	configLine,
	needsRoot,
	runOn,
	watch,
} from '../memory/watching.js';

const full = 'cannot be written: the disk is full';
const locked = 'is locked by another program';

test('a disk that is full is told once, and what was seen meanwhile is written when there is room again', {skip: needsRoot}, async () => {
	using disk = mountSmallDisk();
	const file = path.join(disk.folder, 'history.db');
	await using truth = await serveTruth(3);
	await using watching = await watch(truth, {file});
	await changeSeen(truth, watching, 0, 2);
	await until(() => countRecorded(file) === 2, 'two changes in the record');
	disk.fill();
	await changeSeen(truth, watching, 2, 8);
	assert.deepEqual(watching.said(), [`the memory ${full}.`]);
	assert.match(await configLine(truth, {file}), /the disk is full/v);
	disk.empty();
	await until(() => countRecorded(file) === 8, 'all changes in the record');
	await changeSeen(truth, watching, 8, 10);
	await watching.end();
	checkRecorded(file, truth);
	assert.equal(watching.said().length, 1);
	assert.doesNotMatch(await configLine(truth, {file}), /full/v);
});

test('a disk that was full from the start is told once, and takes what was seen since then when there is room', {skip: needsRoot}, async () => {
	using disk = mountSmallDisk();
	const file = path.join(disk.folder, 'history.db');
	await using truth = await serveTruth(3);
	disk.fill();
	await using screen = await monitorSays(truth, file, full);
	screen.press('q');
	await screen.waitForExit();
	await using watching = await watch(truth, {file});
	await changeSeen(truth, watching, 0, 4);
	assert.deepEqual(watching.said(), [`the memory ${full}.`]);
	assert.match(await configLine(truth, {file}), /the disk is full/v);
	disk.empty();
	await until(() => countRecorded(file) === 4, 'what was seen before in the record');
	await changeSeen(truth, watching, 4, 6);
	await watching.end();
	checkRecorded(file, truth);
	assert.equal(watching.said().length, 1);
});

test('a file system that was mounted read-only is read, and told once', {skip: needsRoot}, async () => {
	using disk = mountSmallDisk();
	const file = path.join(disk.folder, 'history.db');
	await using truth = await serveTruth(3);
	{
		await using first = await watch(truth, {file});
		await changeSeen(truth, first, 0, 1);
		await first.end();
	}

	const before = readFileSync(file);
	disk.forbid();
	await using watching = await watch(truth, {file});
	await changeSeen(truth, watching, 1, 3);
	assert.deepEqual(watching.said(), ['the memory cannot be written: it is read-only here.']);
	assert.match(await configLine(truth, {file}), /, cannot be written: it is read-only here$/v);
	const {stdout, stderr} = await runOn(truth, ['list', 'since<1h', '--output', 'csv'], {file});
	assert.ok(stdout.includes(truth.names[0] ?? ''), stdout);
	assert.equal(stderr, '');
	await watching.end();
	assert.deepEqual(readFileSync(file), before);
	assert.deepEqual(readdirSync(disk.folder), ['history.db']);
});

test('a memory that another program has locked is told once, and takes what was seen when it is free', async () => {
	const file = path.join(freshFolder(), 'history.db');
	await using truth = await serveTruth(3);
	await using watching = await watch(truth, {file});
	await changeSeen(truth, watching, 0, 1);
	using locker = new DatabaseSync(file);
	await until(() => countRecorded(file) === 1, 'the first change');
	locker.exec('begin exclusive');
	await changeSeen(truth, watching, 1, 6);
	assert.deepEqual(watching.said(), [`the memory ${locked}.`]);
	locker.exec('rollback');
	await until(() => countRecorded(file) === 6, 'all changes in the record');
	await watching.end();
	checkRecorded(file, truth);
	assert.equal(watching.said().length, 1);
});

test('a memory that is locked from the start on, for readers too, is told once, and takes what was seen since then', async () => {
	const file = path.join(freshFolder(), 'history.db');
	await using truth = await serveTruth(3);
	{
		await using first = await watch(truth, {file});
		await changeSeen(truth, first, 0, 2);
		await first.end();
	}

	const locker = new DatabaseSync(file);
	locker.exec('pragma locking_mode = exclusive; begin exclusive; update account set place = place; commit');
	await using watching = await watch(truth, {file});
	await changeSeen(truth, watching, 2, 6);
	assert.deepEqual(watching.said(), [`the memory ${locked}.`]);
	assert.match(await configLine(truth, {file}), / is locked by another program$/v);
	const {stderr} = await runOn(truth, ['list'], {file});
	assert.equal(stderr, `ryzetop: the memory ${locked}.\n`);
	await using screen = await monitorSays(truth, file, locked);
	screen.press('q');
	await screen.waitForExit();
	locker.close();
	await until(() => countRecorded(file) === 6, 'all changes in the record');
	await watching.end();
	checkRecorded(file, truth);
	assert.equal(watching.said().length, 1);
});
