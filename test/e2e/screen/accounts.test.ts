import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

test('the monitor shows the instances of all accounts with the name of each, while one is refused and another cannot be reached', async () => {
	await using first = await simulate({instances: 2, isMarked: false});
	await using second = await simulate({instances: 2, isMarked: false, seed: 7});
	const folder = freshFolder();
	const config = path.join(folder, 'config.toml');
	const accounts = {
		prod: first, lab: second, shut: {url: second.url, token: 'no-such-token-1'}, gone: {url: 'http://127.0.0.1:9', token: 'no-such-token-2'},
	};
	const tables = Object.entries(accounts).map(([name, {url, token}]) => {
		writeFileSync(path.join(folder, name), token, {mode: 0o600});
		return `[profiles.${name}]\nurl = "${url}"\ntoken_file = "${name}"\n`;
	});
	writeFileSync(config, `profile = ["prod", "lab", "shut", "gone"]\nhistory = false\n${tables.join('')}`, {mode: 0o600});
	await using screen = openScreen(process.execPath, [program, '--config', config], {columns: 120, rows: 14});
	const owners = () => screen.lines().flatMap(line => /● connected .* (?<owner>prod|lab) /v.exec(line)?.groups?.owner ?? []);
	await screen.waitFor(() => owners().length === 4, 'the instances of both accounts');
	assert.deepEqual(owners().toSorted(), ['lab', 'lab', 'prod', 'prod']);
	assert.match(screen.text(), /^ +STATE.* NAME +ACCOUNT /mv);
	screen.write('/account:lab\r');
	await screen.waitFor(() => owners().join(' ') === 'lab lab', 'those of one');
	screen.press('Ctrl+c');
	await screen.waitForExit();
});
