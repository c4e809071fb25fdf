import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {inspectFile} from '../../../source/history/file/inspect-file.js';
import {inMemory, openHistory, type Opened} from '../../../source/history/open.js';
import {appId, schemaVersion} from '../../../source/history/schema.js';
import {takeSqlite, type Database} from '../../../source/history/sqlite.js';
import {openTables} from '../../../source/history/tables.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

/** A database that has to be there. */
function databaseOf(opened: Opened): Database {
	assert.equal(opened.kind, 'open', opened.kind === 'none' ? opened.words : '');
	return opened.kind === 'open' ? opened.database : assert.fail();
}

async function wordsOf(file: string): Promise<string> {
	const opened = await openHistory(file);
	return opened.kind === 'none' ? opened.words : assert.fail('It was opened.');
}

test('a memory is made with its folder, for its owner alone, and says whose it is before anything is in it', async () => {
	const file = path.join(freshFolder(), 'state', 'ryzetop', 'history.db');
	const database = databaseOf(await openHistory(file));

	assert.equal(statSync(file).mode % 0o1000, 0o600);
	assert.equal(statSync(path.dirname(file)).mode % 0o1000, 0o700);
	assert.equal(readFileSync(file).readUInt32BE(68), appId);
	assert.equal(readFileSync(file).readUInt32BE(60), schemaVersion);
	assert.equal(database.prepare('pragma journal_mode').get()?.journal_mode, 'wal');
	database.close();
});

test('what one process adds another one finds', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const one = databaseOf(await openHistory(file));
	const other = databaseOf(await openHistory(file));
	const account = openTables(one).addAccount('host');

	assert.deepEqual(openTables(other).accountsAt('host'), [account]);
	one.close();
	other.close();
});

test('a memory can live in the process alone', async () => {
	const database = databaseOf(await openHistory(inMemory));

	assert.deepEqual(openTables(database).accountsAt('host'), []);
	database.close();
});

test('what is no memory is never touched', async () => {
	const folder = freshFolder();
	const sqlite = takeSqlite() ?? assert.fail();
	const foreign = path.join(folder, 'foreign.db');
	const theirs = new sqlite.DatabaseSync(foreign);
	theirs.exec('create table bookmarks (url text)');
	theirs.close();
	const text = path.join(folder, 'notes.txt');
	writeFileSync(text, 'buy milk');
	const blank = path.join(folder, 'zeros');
	writeFileSync(blank, Buffer.alloc(8192));

	for (const file of [foreign, text, blank]) {
		const before = readFileSync(file);
		// eslint-disable-next-line no-await-in-loop -- One after the other, as far as it matters.
		assert.match(await wordsOf(file), /belongs to another program/v);
		assert.deepEqual(readFileSync(file), before);
	}

	assert.deepEqual(readdirSync(folder).toSorted(), ['foreign.db', 'notes.txt', 'zeros']);
});

test('a memory of a newer version is left as it is', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const database = databaseOf(await openHistory(file));
	database.exec(`pragma user_version = ${schemaVersion + 1}; pragma journal_mode = delete`);
	database.close();
	const before = readFileSync(file);

	assert.match(await wordsOf(file), /newer ryzetop/v);
	assert.deepEqual(readFileSync(file), before);
});

test('a newer version that stands in the write-ahead log only is seen too', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const newer = databaseOf(await openHistory(file));
	newer.exec(`pragma user_version = ${schemaVersion + 1}`);

	assert.match(await wordsOf(file), /another version/v);
	newer.close();
});

test('a folder, a FIFO and a place that cannot be made are refused at once', async () => {
	const folder = freshFolder();
	mkdirSync(path.join(folder, 'folder'));
	execFileSync('mkfifo', [path.join(folder, 'fifo')]);

	assert.match(await wordsOf(path.join(folder, 'folder')), /no regular file/v);
	assert.match(await wordsOf(path.join(folder, 'fifo')), /no regular file/v);
	assert.match(await wordsOf('/proc/x/history.db'), /cannot be opened \(ENOENT\)/v);
	writeFileSync(path.join(folder, 'file'), '');
	assert.match(await wordsOf(path.join(folder, 'file', 'history.db')), /cannot be opened \((?:ENOTDIR|EEXIST)\)/v);
});

test('a memory on a network file system is refused before it is touched, and one whose file system does not answer too', async () => {
	const file = path.join(freshFolder(), 'history.db');
	const words = 'is on a network file system, where it cannot be kept; choose another file with --history';
	for (const [name, type] of Object.entries({
		nfs: 0x69_69, cifs: 0xFF_53_4D_42, smb2: 0xFE_53_4D_42, afs: 0x53_46_41_4F, ceph: 0x00_C3_64_00, plan9: 0x01_02_19_97,
	})) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, as far as it matters.
		assert.deepEqual(await inspectFile(file, {readType: async () => type}), {kind: 'refused', words, isPassing: false}, name);
		assert.ok(!existsSync(file));
	}

	const silent = Promise.withResolvers<number>();
	assert.deepEqual(await inspectFile(file, {readType: async () => silent.promise, patience: 5}), {kind: 'refused', words, isPassing: false});
	assert.ok(!existsSync(file));
	assert.deepEqual(await inspectFile(file, {readType: async () => 0x01_02_19_94}), {kind: 'new'});
});

test('a file for which there is no room, or no more open files, is asked for again, and any other error is told by its code', async () => {
	for (const [code, found] of Object.entries({
		ENOSPC: {words: 'cannot be written: the disk is full', isPassing: true},
		EMFILE: {words: 'cannot be opened (EMFILE)', isPassing: true},
		EIO: {words: 'cannot be opened (EIO)', isPassing: false},
	})) {
		const failing = async () => {
			throw Object.assign(new Error(code), {code});
		};

		// eslint-disable-next-line no-await-in-loop -- One after the other, as far as it matters.
		assert.deepEqual(await inspectFile(path.join(freshFolder(), 'history.db'), {readType: failing}), {kind: 'refused', ...found});
	}
});

test('a memory that was cut is put aside, and another one begun', async () => {
	const folder = freshFolder();
	const file = path.join(folder, 'history.db');
	const database = databaseOf(await openHistory(file));
	const tables = openTables(database);
	for (let index = 0; index < 2000; index++) {
		tables.addAccount(`host ${index}`);
	}

	database.exec('pragma wal_checkpoint(truncate)');
	database.close();
	truncateSync(file, 4096 + 100);

	const begun = databaseOf(await openHistory(file));
	assert.deepEqual(openTables(begun).accountsAt('host 1'), []);
	begun.close();
	assert.equal(readdirSync(folder).filter(name => name.includes('.damaged-')).length, 1);
	assert.equal(statSync(file).mode % 0o1000, 0o600);
});

test('a memory that another process is making is tried again later', async () => {
	const file = path.join(freshFolder(), 'history.db');
	writeFileSync(file, '');
	const sqlite = takeSqlite() ?? assert.fail();
	const maker = new sqlite.DatabaseSync(file);
	maker.exec('begin exclusive');

	const opened = await openHistory(file);
	assert.deepEqual(opened, {kind: 'none', words: 'is locked by another program', isPassing: true});
	maker.exec('rollback');
	maker.close();
	databaseOf(await openHistory(file)).close();
});

test('a memory that may not be written is read', {skip: process.getuid?.() === 0 && 'root may write everything'}, async () => {
	const file = path.join(freshFolder(), 'history.db');
	databaseOf(await openHistory(file)).close();
	execFileSync('chmod', ['400', file]);

	const opened = await openHistory(file);
	assert.equal(opened.kind === 'open' && !opened.isWritable, true);
	databaseOf(opened).close();
});
