import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {program} from '../../helpers/program.js';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {run} from '../running.js';
import {isLive} from '../watched.js';

const state = freshFolder();

/** Opens the monitor on a simulator that does not say that it is one, so that it is remembered. */
function open(url: string, token: string, ...more: readonly string[]): Screen {
	return openScreen(process.execPath, [program, '--url', url, '--interval', '1s', ...more], {
		columns: 80, rows: 20, env: {RYZE_TOKEN: token, XDG_CONFIG_HOME: '/none', XDG_STATE_HOME: state},
	});
}

async function quit(screen: Screen): Promise<void> {
	screen.press('Ctrl+c');
	await screen.waitForExit();
}

const line = (screen: Screen, name: string) => screen.lines().find(each => each.includes(name)) ?? '';

test('the monitor goes on with what was seen before it: since when, events, what was acknowledged, and what fell since the last visit', async () => {
	await using simulator = await simulate({isMarked: false});
	const [one, two] = simulator.world.instances().map(({name}) => name).filter(name => name.length <= 14);
	assert.ok(one !== undefined && two !== undefined);
	for (const {name} of simulator.world.instances()) {
		simulator.world.set(name, {state: 'connected'});
	}

	await using first = open(simulator.url, simulator.token);
	await first.waitFor(isLive, 'the first answer');
	simulator.world.set(one, {state: 'disconnected'});
	await first.waitFor(screen => line(screen, one).includes('disconnected'), 'the fall');
	first.press('g', 'Space');
	await first.waitFor(screen => line(screen, one).includes('known'), 'the acknowledgement');
	await quit(first);

	simulator.world.set(two, {state: 'loggedout'});
	await using second = open(simulator.url, simulator.token, '--resume');
	await second.waitFor(screen => screen.text().includes('goes on; e shows them'), 'the notice');
	assert.match(second.text(), /since your visit \d\d:\d\d: 1 outage began, 1 goes on; e shows them/v);
	assert.match(line(second, one), /disconnected .* <1m +known/v, 'its beginning was seen by the first monitor');
	second.press('e');
	await second.waitFor(screen => /connected → .*disconnected/v.test(line(screen, one)), 'the events of the first monitor');
	assert.match(line(second, two), /connected → .*logged out/v);
	await quit(second);

	await using again = open(simulator.url, simulator.token, '--resume', '--sort', 'name');
	await again.waitFor(screen => screen.text().includes('  EVENT'), 'the view of the last visit');
	await quit(again);

	const {stdout} = await run(['list', 'since<1h', '--output', 'csv'], {of: simulator, env: {XDG_STATE_HOME: state}});
	assert.ok(stdout.includes(one), stdout);

	await simulator.close();
	await using third = open(simulator.url, simulator.token);
	await third.waitFor(screen => screen.text().includes('unreachable') && line(screen, one).includes('disconnected'), 'the remembered picture');
	assert.doesNotMatch(third.text(), /\blive\b/v);
	await quit(third);

	await using forgetful = open(simulator.url, simulator.token, '--no-history');
	await forgetful.waitFor(screen => screen.text().includes('unreachable'), 'the trouble');
	assert.equal(line(forgetful, one), '');
	await quit(forgetful);
});
