import assert from 'node:assert/strict';
import {
	chmodSync,
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {monitorSays} from '../memory/monitor.js';
import {
	checkRecorded,
	countRecorded,
	serveTruth,
	type Truth,
} from '../memory/truth.js';
import {
	changeSeen,
	configLine,
	runOn,
	watch,
} from '../memory/watching.js';

const foreign = 'is not one: the file belongs to another program';
const begunAnew = 'is damaged and is begun anew beside it';

/** Page of the file, in bytes. */
const page = 4096;

/** Records an account, with so many changes of long ago that the file is some megabyte large. */
async function makeLarge(truth: Truth, file: string): Promise<void> {
	await using first = await watch(truth, {file});
	await changeSeen(truth, first, 0, 3);
	await first.end();
	const database = new DatabaseSync(file);
	database.exec(`begin; insert into change (account, instance, at, slack, was, became, lasted)
		with recursive number(n) as (select 1 union all select n + 1 from number where n < 20000)
		select account.id, instance.id, instance.appeared - n, 1000, 1, 3, 1 from number, account, instance where instance.id = 1; commit`);
	database.exec('pragma wal_checkpoint(truncate)');
	database.close();
}

/** Writes over a part of a file. */
function overwrite(file: string, from: number, to: number): void {
	const descriptor = openSync(file, 'r+');
	writeSync(descriptor, new Uint8Array(to - from).fill(0xFF), 0, to - from, from);
	closeSync(descriptor);
}

const untouched: Readonly<Record<string, {readonly make: (file: string) => void; readonly words: string}>> = {
	'a text file': {
		make(file) {
			writeFileSync(file, 'buy milk\n'.repeat(100));
		},
		words: foreign,
	},
	'the database of another program': {
		make(file) {
			const database = new DatabaseSync(file);
			database.exec('create table bookmarks (url text); insert into bookmarks values (\'https://a.example\')');
			database.close();
		},
		words: foreign,
	},
	'a memory of a newer version': {
		make(file) {
			const database = new DatabaseSync(file);
			database.exec('pragma application_id = 0x52595A54; pragma user_version = 1000; create table future (x)');
			database.close();
		},
		words: 'was made by a newer ryzetop, and is left as it is',
	},
};

for (const [name, {make, words}] of Object.entries(untouched)) {
	test(`${name} is named once, and never touched`, async () => {
		const folder = freshFolder();
		const file = path.join(folder, 'history.db');
		make(file);
		const before = readFileSync(file);
		await using truth = await serveTruth(2);
		await using watching = await watch(truth, {file});
		await changeSeen(truth, watching, 0, 3);
		assert.deepEqual(watching.said(), [`the memory ${words}.`]);
		assert.ok((await configLine(truth, {file})).endsWith(` ${words}`));
		assert.equal((await runOn(truth, ['list'], {file})).stderr, `ryzetop: the memory ${words}.\n`);
		await using screen = await monitorSays(truth, file, words);
		screen.press('q');
		await screen.waitForExit();
		await watching.end();
		assert.deepEqual(readFileSync(file), before);
		assert.deepEqual(readdirSync(folder), ['history.db']);
	});
}

const damaged: Readonly<Record<string, (file: string) => void>> = {
	'was cut'(file) {
		truncateSync(file, statSync(file).size / 2);
	},
	'has lost its tables'(file) {
		overwrite(file, 100, page);
	},
	'is damaged in the middle'(file) {
		overwrite(file, 4 * page, statSync(file).size);
	},
};

for (const [how, damage] of Object.entries(damaged)) {
	test(`a memory that ${how} is put aside, told once, and begun anew`, async () => {
		const folder = freshFolder();
		const file = path.join(folder, 'history.db');
		await using truth = await serveTruth(3);
		await makeLarge(truth, file);
		damage(file);
		chmodSync(file, 0o640);
		const before = readFileSync(file);
		assert.match(await configLine(truth, {file}), /is damaged$/v);
		assert.equal((await runOn(truth, ['list'], {file})).stderr, 'ryzetop: the memory is damaged.\n');
		assert.deepEqual(readFileSync(file), before);
		await using watching = await watch(truth, {file});
		await changeSeen(truth, watching, 3, 7);
		assert.deepEqual(watching.said(), [`the memory ${begunAnew}.`]);
		await watching.end();
		const aside = readdirSync(folder).filter(each => /^history\.db\.damaged-\d{8}T\d{9}Z$/v.test(each));
		assert.equal(aside.length, 1);
		assert.deepEqual(readFileSync(path.join(folder, aside[0] ?? '')), before);
		assert.equal(statSync(file).mode % 0o1000, 0o640, 'who could use the old one can use the new one');
		// Each instance has left its first state before.
		checkRecorded(file, truth, 1);
		assert.doesNotMatch(await configLine(truth, {file}), /damaged/v);
	});
}

test('a memory that is cut while it is open keeps nobody from watching, and what is seen after that is in the next one', async () => {
	const folder = freshFolder();
	const file = path.join(folder, 'history.db');
	await using truth = await serveTruth(3);
	await makeLarge(truth, file);
	await using watching = await watch(truth, {file});
	truncateSync(file, 3 * page);
	await changeSeen(truth, watching, 3, 8);
	await watching.end();
	await using next = await watch(truth, {file});
	await changeSeen(truth, next, 8, 11);
	await next.end();
	assert.deepEqual([...watching.said(), ...next.said()], [`the memory ${begunAnew}.`]);
	assert.equal(readdirSync(folder).some(each => each.includes('.damaged-')), true);
	assert.ok(countRecorded(file) >= 3);
});
