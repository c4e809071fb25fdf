import assert from 'node:assert/strict';
import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {firstRunLines} from '../../../source/cli/first-run.js';
import {describeTokenOrigin} from '../../../source/core/polling/trouble.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

/** Starts the program with no variables but these, and no config file. */
const start = (env: Readonly<Record<string, string>>, args: readonly string[] = []) => openScreen(process.execPath, [program, ...args], {columns: 80, rows: 20, env: {XDG_CONFIG_HOME: '/none', HOME: '/none', ...env}});

test('who has no token reads five lines, on the screen they are on, and has their prompt back', async () => {
	await using screen = start({});
	const {code} = await screen.waitForExit();
	assert.equal(code, 2);
	assert.deepEqual(screen.lines().filter(line => line !== ''), firstRunLines);
	assert.ok(!screen.bytes().includes('\u{1B}'));
});

test('who has a wrong token reads whom it was shown to, what the API said, what to do and where tokens come from', async () => {
	await using simulator = await simulate({scenario: 'busy', seed: 1});
	await using screen = start({RYZE_URL: simulator.url, RYZE_TOKEN: 'not-the-token'});
	await screen.waitFor(({text}) => text().includes('Next try in'), 'the refusal');
	const {host} = new URL(simulator.url);
	assert.equal(screen.lines()[0], ` ryzetop  ${host}`);
	const text = screen.text();
	for (const line of ['token refused', 'the API does not know the token: Invalid token', 'start again with another RYZE_TOKEN, or mend the token file and refresh', ...describeTokenOrigin()]) {
		assert.ok(text.includes(`\n   ${line}\n`), `${line}\n${text}`);
	}

	assert.ok(!text.includes('not-the-token'));
});

test('a token file that is mended is taken with one key', async () => {
	await using simulator = await simulate({scenario: 'busy', seed: 1});
	const file = path.join(freshFolder(), 'token');
	writeFileSync(file, 'not-the-token\n');
	chmodSync(file, 0o600);
	await using screen = start({RYZE_URL: simulator.url}, ['--interval', '1s', '--token-file', file]);
	await screen.waitFor(({text}) => text().includes('Next try in'), 'the refusal');
	writeFileSync(file, `${simulator.token}\n`);
	screen.press('r');
	await screen.waitFor(({lines}) => lines()[1]?.startsWith(' live') === true, 'the fleet');
});

test('who has the right token sees the fleet with the first answer, and nothing else before it', async () => {
	await using simulator = await simulate({scenario: 'busy', seed: 1});
	await using screen = start({RYZE_URL: simulator.url, RYZE_TOKEN: simulator.token});
	await screen.waitFor(({lines}) => lines()[1]?.startsWith(' live') === true, 'the fleet');
	assert.match(screen.text(), /sales-04/v);
	assert.equal(simulator.requests(), 1);
	assert.doesNotMatch(screen.bytes(), /refused|unreachable|stale/v);
});
