import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {program} from '../../helpers/program.js';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

/** Returns whether the pane shows the fleet and polling goes well; the last line is tmux's own. */
const isLive = (screen: Screen) => (screen.lines()[1]?.includes('live') ?? false) && / \d+\/\d+$/v.test(screen.lines().at(-2) ?? '');

const isAt = (screen: Screen, position: string) => screen.lines().at(-2)?.endsWith(` ${position}`) ?? false;

test('in tmux the monitor outlives detaching, and fits the next terminal, whatever its size', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-tmux-'));
	const tmux = ['-S', path.join(folder, 'socket'), '-f', '/dev/null'];
	const tell = (...command: readonly string[]) => execFileSync('tmux', [...tmux, ...command], {encoding: 'utf8'});
	await using simulator = await simulate();
	const run = `${process.execPath} ${program} --url ${simulator.url} --interval 1s; echo CODE=$?; exec sleep 60`;
	try {
		await using first = openScreen('tmux', [...tmux, '-u', 'new-session', run], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token}});
		await first.waitFor(isLive, 'the first answer');
		first.press('j');
		await first.waitFor(() => isAt(first, '2/12'), 'a key');
		assert.match(tell('list-panes', '-F', '#{pane_title}'), /●12/v);
		assert.doesNotMatch(tell('list-panes', '-F', '#{pane_start_command}'), new RegExp(simulator.token, 'v'));

		tell('detach-client');
		await first.waitForExit();
		const before = simulator.requests();
		const {name} = simulator.world.instances()[5] ?? {name: ''};
		simulator.world.set(name, {state: 'loggedout'});

		await using second = openScreen('tmux', [...tmux, '-u', 'attach-session'], {columns: 80, rows: 21});
		await second.waitFor(() => isLive(second) && second.text().includes('logged out'), 'the picture in the other terminal');
		await second.waitFor(() => simulator.requests() > before + 1, 'polls');
		second.resize(120, 40);
		await second.waitFor(() => isLive(second) && second.lines().length === 40 && (second.lines()[2]?.includes('WHY') ?? false), 'the larger picture');
		second.resize(60, 15);
		await second.waitFor(() => isLive(second) && second.lines().slice(0, -1).every(line => line.length <= 60), 'the smaller picture');
		second.press('G');
		await second.waitFor(() => isAt(second, '12/12'), 'the keys');
		second.press('q');
		await second.waitFor(() => second.text().includes('CODE=0'), 'the end');
		assert.match(tell('list-panes', '-F', '#{alternate_on} #{cursor_flag}'), /^0 1/v);
	} finally {
		tell('kill-server');
		rmSync(folder, {recursive: true, force: true});
	}
});
