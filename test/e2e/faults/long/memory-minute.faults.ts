import assert from 'node:assert/strict';
import {
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {describe} from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {until} from '../../../helpers/processes.js';
import {checkRecorded, countRecorded, serveTruth} from '../memory/truth.js';
import {changeSeen, configLine, watch} from '../memory/watching.js';

// What an open file does not tell by itself is looked for once a minute.

/** Longer than that minute, in milliseconds. */
const longerThanMinute = 90_000;

const replaced = 'the memory was removed or replaced while it was open; a new one is begun.';

describe('a file that changes its kind while it is open', {concurrency: true}, () => {
	test('one that was deleted is told once, and another one is begun with all that was seen', async () => {
		const folder = freshFolder();
		const file = path.join(folder, 'history.db');
		await using truth = await serveTruth(3);
		await using watching = await watch(truth, {file});
		await changeSeen(truth, watching, 0, 3);
		for (const name of readdirSync(folder)) {
			rmSync(path.join(folder, name));
		}

		await changeSeen(truth, watching, 3, 6);
		assert.match(await configLine(truth, {file}), /there is none yet/v);
		await until(() => watching.said().length > 0, 'the notice', longerThanMinute);
		await changeSeen(truth, watching, 6, 8);
		await until(() => countRecorded(file) === 8, 'all changes in the new file');
		await watching.end();
		assert.deepEqual(watching.said(), [replaced]);
		checkRecorded(file, truth);
	});

	test('one whose folder was removed is made again', async () => {
		const folder = freshFolder();
		const file = path.join(folder, 'state', 'history.db');
		await using truth = await serveTruth(2);
		await using watching = await watch(truth, {file});
		await changeSeen(truth, watching, 0, 2);
		rmSync(path.dirname(file), {recursive: true});
		await until(() => watching.said().length > 0, 'the notice', longerThanMinute);
		await changeSeen(truth, watching, 2, 3);
		await until(() => countRecorded(file) === 3, 'all changes in the new file');
		await watching.end();
		assert.deepEqual(watching.said(), [replaced]);
		checkRecorded(file, truth);
	});

	test('one that another program\'s file has replaced is told, and that file is not touched', async () => {
		const file = path.join(freshFolder(), 'history.db');
		await using truth = await serveTruth(2);
		await using watching = await watch(truth, {file});
		renameSync(file, `${file}.moved`);
		writeFileSync(file, 'buy milk');
		await until(() => watching.said().length > 1, 'the notices', longerThanMinute);
		await changeSeen(truth, watching, 0, 2);
		assert.deepEqual(watching.said(), [replaced, 'the memory is not one: the file belongs to another program.']);
		await watching.end();
	});

	test('one that a newer version makes its own is told once, and is not written any more', async () => {
		const file = path.join(freshFolder(), 'history.db');
		await using truth = await serveTruth(3);
		await using watching = await watch(truth, {file});
		await changeSeen(truth, watching, 0, 1);
		await until(() => countRecorded(file) === 1, 'the first change');
		using newer = new DatabaseSync(file);
		newer.exec('begin immediate; pragma user_version = 1000; update account set schema = 1000; commit');
		await changeSeen(truth, watching, 1, 4);
		assert.equal(countRecorded(file), 1);
		assert.match(await configLine(truth, {file}), / was made by another version of ryzetop, and is left as it is$/v);
		await until(() => watching.said().length > 0, 'the notice', longerThanMinute);
		await changeSeen(truth, watching, 4, 6);
		await watching.end();
		assert.deepEqual(watching.said(), ['the memory was made over by a newer ryzetop, and is left as it is.']);
		assert.equal(countRecorded(file), 1);
	});
});
