import assert from 'node:assert/strict';
import test from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {openAccounts, serveAccount} from '../several.js';

test('the monitor shows the instances of all accounts with the name of each, while one is refused and another cannot be reached', async () => {
	await using first = await simulate({instances: 2, isMarked: false});
	await using second = await simulate({instances: 2, isMarked: false, seed: 7});
	const accounts = {
		prod: first, lab: second, shut: {url: second.url, token: 'no-such-token-1'}, gone: {url: 'http://127.0.0.1:9', token: 'no-such-token-2'},
	};
	await using screen = openAccounts(accounts, {columns: 120, rows: 14});
	const owners = () => screen.lines().flatMap(line => /● connected .* (?<owner>prod|lab) /v.exec(line)?.groups?.owner ?? []);
	await screen.waitFor(() => owners().length === 4, 'the instances of both accounts');
	assert.deepEqual(owners().toSorted(), ['lab', 'lab', 'prod', 'prod']);
	assert.match(screen.text(), /^ +STATE.* NAME +ACCOUNT /mv);
	await screen.waitFor(() => screen.text().includes('\n shut: token refused · 2 live · '), 'the worst health');
	screen.write('/account:lab\r');
	await screen.waitFor(() => owners().join(' ') === 'lab lab', 'those of one');
	screen.press('Ctrl+c');
	await screen.waitForExit();
});

/** The names of the rows of which all but the coloured parts are grey, as those of a sick account are. */
function greyRows(screen: Screen): readonly string[] {
	return screen.lines().flatMap((line, row) => {
		const name = /of-[a-z]+/v.exec(line)?.[0];
		const at = name === undefined ? -1 : line.indexOf(name);
		return name !== undefined && at !== -1 && screen.cells(row)[at]?.foreground !== 'default' ? [name] : [];
	});
}

test('an account that is refused, in trouble or slow dims its own rows and no other\'s', async () => {
	await using well = await serveAccount(['of-well', 'first']);
	await using refused = await serveAccount(['of-refused']);
	await using failing = await serveAccount(['of-failing']);
	await using slow = await serveAccount(['of-slow']);
	await using screen = openAccounts({
		well, refused, failing, slow,
	}, {columns: 120, rows: 14}, ['--interval', '1s', '--timeout', '1s']);
	await screen.waitFor(() => screen.text().includes('\n 4 live · '), 'all accounts');
	assert.deepEqual(greyRows(screen), []);
	refused.become(401);
	failing.become(503);
	slow.become('slow');
	screen.press('r');
	await screen.waitFor(() => screen.text().includes('\n refused: token refused · 1 live · '), 'the worst health, and how many are well');
	await screen.waitFor(() => greyRows(screen).length === 3, 'the rows of the others');
	assert.deepEqual(greyRows(screen).toSorted(), ['of-failing', 'of-refused', 'of-slow']);
	assert.match(screen.text(), /^ ryzetop {2}well ●2 {2}refused stale <1m ●1 /v);
	screen.press('a');
	await screen.waitFor(() => screen.text().includes('filter account:well (2)'), 'one account alone');
	assert.deepEqual(greyRows(screen), []);
	screen.press('Ctrl+c');
	await screen.waitForExit();
});
