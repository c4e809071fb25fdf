import assert from 'node:assert/strict';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {describeMemory} from '../../../../source/commands/memory/describe-memory.js';
import {openHistory} from '../../../../source/history/open.js';
import {openTables} from '../../../../source/history/tables.js';
import {noon} from '../../../helpers/fleet.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';

const folder = freshFolder();

test('where there is no memory that is said, and none is made', async () => {
	const file = path.join(folder, 'none', 'history.db');
	assert.equal(await describeMemory(undefined, noon), 'memory       off\n');
	assert.equal(await describeMemory(file, noon), `memory       ${file} (there is none yet)\n`);
	assert.ok(!existsSync(path.dirname(file)));
});

test('the file of another program is named as such', async () => {
	const file = path.join(folder, 'notes.txt');
	writeFileSync(file, 'x'.repeat(200));
	assert.equal(await describeMemory(file, noon), `memory       ${file} is not one: the file belongs to another program\n`);
});

test('a memory has its size, its beginning and its accounts, each with who records it', async () => {
	const file = path.join(folder, 'history.db');
	const opened = await openHistory(file);
	assert.strictEqual(opened.kind, 'open');
	const tables = openTables(opened.database);
	const [one, other] = ['api.example', 'lab.example:8080'].map(place => tables.addAccount(place));
	assert.ok(one !== undefined && other !== undefined);
	tables.take(one, 0, {
		holder: 'machine 1234 77', rank: 5, every: 5000, beat: noon - 8000,
	});
	tables.addWatch(one, {
		instance: undefined, began: noon - 86_400_000, seen: noon, every: 5000,
	});
	tables.addInstance(one, {
		uid: 'a', name: 'a', state: undefined, since: noon, slack: undefined, appeared: noon, appearedSlack: undefined,
	});
	const text = await describeMemory(file, noon);
	opened.database.close();
	assert.match(text, /^memory {7}\/.*history\.db, 0\.\d MiB, since 2026-04-30\n/v);
	assert.ok(text.endsWith(
		'\n             api.example: 0 instances, recorded by process 1234, last 8s ago\n             lab.example:8080: 0 instances, nobody records it\n',
	), text);
});
