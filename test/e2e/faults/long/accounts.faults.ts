import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Screen} from '../../../helpers/screen.js';
import {simulate} from '../../../helpers/servers/simulate.js';
import {openAccounts, serveAccount} from '../../several.js';

/** The longest that 99 of 100 keys may take to the screen, in milliseconds: two frames. */
const longest = 33;

/** A busy machine slows every program: so many times what one healthy account takes on it, measured beside, is allowed as well. */
const slack = 1.5;

const size = {columns: 120, rows: 30};
const keys = 300;

/** Presses keys that move the selection and back, and gives the time that 99 of 100 of them took to the screen, in milliseconds. */
async function timeKeys(screen: Screen): Promise<number> {
	const times: number[] = [];
	await screen.waitFor(() => placeOf(screen) > 0, 'the rows');
	for (let index = 0; index < keys; index++) {
		const former = placeOf(screen);
		const start = performance.now();
		screen.press(former <= 1 ? 'j' : 'k');
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		await screen.waitFor(() => placeOf(screen) !== former, `key ${index}`);
		times.push(performance.now() - start);
	}

	return times.toSorted((one, other) => one - other)[Math.floor(keys * 0.99)] ?? Infinity;
}

/** The place of the selected row, from 1; 0 where none is told. */
function placeOf(screen: Screen): number {
	return Number(/ (?<place>\d+)\/\d+ ?$/v.exec(screen.lines().at(-1) ?? '')?.groups?.place ?? 0);
}

/** The same where one healthy account is watched. */
async function timeAlone(): Promise<number> {
	await using well = await serveAccount(['a', 'b', 'c']);
	await using screen = openAccounts({well}, size, ['--interval', '1s']);
	const took = await timeKeys(screen);
	return took;
}

function assertQuick(t: TestContext, took: number, alone: number): void {
	t.diagnostic(`keys to the screen, p99: ${took.toFixed(1)} ms; with one healthy account ${alone.toFixed(1)} ms`);
	assert.ok(took <= Math.max(longest, alone * slack), `${took} ms`);
}

test('keys are as quick while one account is refused, one in trouble and one slow', async t => {
	const alone = await timeAlone();
	await using well = await serveAccount(['a', 'b', 'c']);
	await using refused = await serveAccount(['of-refused']);
	await using failing = await serveAccount(['of-failing']);
	await using slow = await serveAccount(['of-slow']);
	await using screen = openAccounts({
		well, refused, failing, slow,
	}, size, ['--interval', '1s', '--timeout', '3s']);
	await screen.waitFor(() => screen.text().includes('\n 4 live · '), 'all accounts');
	refused.become(401);
	failing.become(503);
	slow.become('slow');
	await screen.waitFor(() => screen.text().includes('\n refused: token refused · 1 live · '), 'the trouble of three', 10_000);
	assertQuick(t, await timeKeys(screen), alone);
	assert.match(screen.text(), /^ refused: token refused · /mv);
});

test('keys are as quick while an account of 10,000 is polled beside one that is refused', async t => {
	const alone = await timeAlone();
	await using large = await simulate({scenario: 'huge'});
	await using refused = await serveAccount(['of-refused']);
	await using screen = openAccounts({large, refused}, size, ['--interval', '2s']);
	await screen.waitFor(() => screen.text().includes('\n 2 live · '), 'both accounts', 30_000);
	refused.become(401);
	await screen.waitFor(() => screen.text().includes('\n refused: token refused · 1 live · '), 'the trouble of one', 10_000);
	assertQuick(t, await timeKeys(screen), alone);
});
