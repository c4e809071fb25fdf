import assert from 'node:assert/strict';
import {
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {writeCrashReport} from '../../../source/diagnostics/crash-file.js';
import {noon} from '../../helpers/fleet.js';

test('a report is its owner\'s alone, in a folder that is made for it', async () => {
	const folder = path.join(freshFolder(), 'state/ryzetop');
	const file = await writeCrashReport('what happened\n', [{path: folder, isOwn: true}], {at: noon, pid: 7});
	assert.equal(file, `${folder}/crash-2026-05-01T12-00-00-000Z-7.txt`);
	assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).mode % 0o1000, statSync(folder).mode % 0o1000], ['what happened\n', 0o600, 0o700]);
});

test('a folder that cannot be had gives way to the next, and none at all is no failure', async () => {
	const blocked = path.join(freshFolder(), 'file');
	writeFileSync(blocked, '');
	const shared = freshFolder();
	const file = await writeCrashReport('report', [{path: path.join(blocked, 'ryzetop'), isOwn: true}, {path: shared, isOwn: false}], {at: noon, pid: 7});
	assert.equal(file, `${shared}/ryzetop-crash-2026-05-01T12-00-00-000Z-7.txt`);
	assert.equal(await writeCrashReport('report', [{path: path.join(blocked, 'ryzetop'), isOwn: true}], {at: noon, pid: 7}), undefined);
});

test('a link that somebody has put in the place of the report is not written through', async () => {
	const [shared, target] = [freshFolder(), path.join(freshFolder(), 'target')];
	writeFileSync(target, 'precious');
	symlinkSync(target, `${shared}/ryzetop-crash-2026-05-01T12-00-00-000Z-7.txt`);
	assert.equal(await writeCrashReport('report', [{path: shared, isOwn: false}], {at: noon, pid: 7}), undefined);
	assert.equal(readFileSync(target, 'utf8'), 'precious');
});

test('only the last reports are kept, and nothing else in the folder is touched', async () => {
	const folder = freshFolder();
	writeFileSync(path.join(folder, 'notes.txt'), '');
	for (let index = 0; index < 30; index++) {
		// eslint-disable-next-line no-await-in-loop -- one crash after the other
		await writeCrashReport('report', [{path: folder, isOwn: true}], {at: noon + (index * 1000), pid: 7});
	}

	const names = readdirSync(folder).toSorted();
	assert.deepEqual([names.length, names[0], names.at(-1)], [21, 'crash-2026-05-01T12-00-10-000Z-7.txt', 'notes.txt']);
});
