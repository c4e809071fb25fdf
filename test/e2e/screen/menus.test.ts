import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

const toml = `
[[view]]
name = "down 🎉"
filter = "state:down"
[[command]]
name = "say"
run = ["echo", "--", "PLACE"]
`.replace('PLACE', '{name}');

test('the palette, the columns and the views are menus below the grid, at any size, and do what they say', async () => {
	const config = path.join(freshFolder(), 'config.toml');
	writeFileSync(config, toml, {mode: 0o600});
	await using watched = await watchSimulator({
		args: ['--config', config], isStill: true, columns: 80, rows: 20,
	});
	const {screen} = watched;
	const lastLine = () => screen.lines().at(-1) ?? '';
	await screen.waitFor(isLive, 'the first answer');
	screen.write(':say\r');
	await screen.waitFor(() => lastLine().startsWith(' say: '), 'the notice of the command');
	screen.press('C');
	await screen.waitFor(() => screen.lines().some(line => line.startsWith('▌ [x] state ')) && (screen.lines()[2] ?? '').includes('STATE'), 'the columns');
	assert.match(lastLine(), /Space show or hide .+ Esc keep and leave +1\/\d+$/v);
	screen.press('Space');
	await screen.waitFor(() => !(screen.lines()[2] ?? '').includes('STATE'), 'one less');
	screen.resize(40, 8);
	await screen.waitFor(() => screen.lines().length === 8 && (screen.lines()[2] ?? '').startsWith(' columns'), 'the menu alone');
	screen.resize(80, 20);
	await screen.waitFor(() => (screen.lines()[2] ?? '').includes('NAME'), 'both again');
	screen.press('Ctrl+c', 'v');
	await screen.waitFor(() => screen.lines().some(line => /^▌ \( \) down 🎉 +state:down +\d+$/v.test(line)), 'the views');
	screen.press('Enter');
	await screen.waitFor(() => (screen.lines()[1] ?? '').includes('filter state:down'), 'the view');
	screen.write(':q\r');
	assert.deepEqual(await screen.exited, {code: 0, signal: undefined});
});
