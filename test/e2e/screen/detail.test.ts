import assert from 'node:assert/strict';
import test from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {isLive, selectedLine, watchSimulator} from '../watched.js';

const titles = ['Connection', 'Profile', 'Settings', 'Webhook', 'WebSocket', 'Chatwoot', 'Proxy', 'S3', 'History', 'JSON'];

/** The section whose title stands out in the list. */
function openSection(screen: Screen): string | undefined {
	return titles.find((title, index) => {
		const row = 5 + index;
		return screen.lines()[row]?.includes(` ${title}`) && screen.cells(row).at(3)?.inverse;
	});
}

test('the detail walks through every section and back to the same row', async () => {
	await using watched = await watchSimulator({scenario: 'busy', rows: 40, isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'j');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('10/40') ?? false, 'the tenth row');
	const name = selectedLine(screen)?.slice(2).split(/\s{2,}/v, 2)[1] ?? '';
	screen.press('Enter');
	for (const title of titles) {
		// eslint-disable-next-line no-await-in-loop -- One key after the other is the walk.
		await screen.waitFor(() => openSection(screen) === title, `the section ${title}`);
		assert.ok(screen.lines()[2]?.includes(name));
		screen.press('Tab');
	}

	await screen.waitFor(() => openSection(screen) === 'Connection', 'round to the first section');
	screen.press('Shift+Tab');
	await screen.waitFor(() => openSection(screen) === 'JSON', 'back to the last');
	screen.press('6');
	await screen.waitFor(() => openSection(screen) === 'Chatwoot', 'a digit opens its section');
	screen.press('q');
	await screen.waitFor(() => selectedLine(screen)?.includes(` ${name} `) ?? false, 'the same row');
	assert.ok(screen.lines().at(-1)?.endsWith('10/40'));
});

test('the next instance opens in the same section', async () => {
	await using watched = await watchSimulator({scenario: 'busy', rows: 40, isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter', '4', ']', ']');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('3/40') ?? false, 'the third instance');
	assert.equal(openSection(screen), 'Webhook');
	screen.press('[');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('2/40') ?? false, 'the second instance');
	assert.equal(openSection(screen), 'Webhook');
});

test('a secret is masked until x, and again on leaving; the bytes before never held it', async () => {
	await using watched = await watchSimulator({rows: 40});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => openSection(screen) === 'Connection', 'the detail');
	const name = screen.lines()[2]?.trim().split(/\s+/v, 2)[1] ?? '';
	const secret = simulator.instanceToken(name) ?? '';
	assert.ok(secret.length > 8);
	assert.match(screen.text(), /Token\s+••••••••/v);
	const others = simulator.world.instances().map(instance => instance.token);
	assert.ok(others.every(token => typeof token !== 'string' || !screen.bytes().includes(token)));
	screen.press('x');
	await screen.waitFor(() => screen.text().includes(secret), 'the secret');
	screen.press('Tab', 'Shift+Tab');
	await screen.waitFor(() => openSection(screen) === 'Connection' && !screen.text().includes(secret), 'the mask again');
	assert.match(screen.text(), /Token\s+••••••••/v);
	screen.press('0', 'x');
	await screen.waitFor(() => screen.text().includes('the JSON never shows secrets'), 'the refusal');
	assert.ok(!screen.text().includes(secret));
});

test('a change of the open instance arrives in the detail', async () => {
	await using watched = await watchSimulator({rows: 40});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => openSection(screen) === 'Connection', 'the detail');
	const name = screen.lines()[2]?.trim().split(/\s+/v, 2)[1] ?? '';
	simulator.world.set(name, {state: 'loggedout'});
	await screen.waitFor(() => screen.lines()[2]?.includes('logged out') ?? false, 'the new state');
	assert.match(screen.lines()[3] ?? '', /^ {3}logged out \d\d:\d\d$/v);
	assert.equal(screen.lines()[4], '   pair: somebody with the phone pairs it anew · c copies the call');
	screen.press('9');
	await screen.waitFor(() => screen.text().includes('connected → logged out'), 'the history');
});

test('from 140 columns on the detail stands beside the living grid', async () => {
	await using watched = await watchSimulator({columns: 150, rows: 40});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => screen.text().includes('1 Connection'), 'the detail');
	assert.match(screen.text(), /STATE/v);
	const {name} = simulator.world.instances().at(-1) ?? {name: ''};
	simulator.world.set(name, {state: 'disconnected'});
	await screen.waitFor(() => screen.lines().some(line => line.slice(2).startsWith('○ disconnected')), 'the grid goes on');
});
