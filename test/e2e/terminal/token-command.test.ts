import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isAlive, until} from '../../helpers/processes.js';
import {program} from '../../helpers/program.js';
import {openScreen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {isLive, watchSimulator} from '../watched.js';

test('a token that is refused is asked for again, from the command of the profile', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-command-'));
	try {
		const kept = path.join(folder, 'token');
		const config = path.join(folder, 'config.toml');
		writeFileSync(kept, 'outdated\n');
		writeFileSync(config, `[profiles.prod]\ntoken_command = ["cat", ${JSON.stringify(kept)}]\n`, {mode: 0o600});
		await using watched = await watchSimulator({args: ['--config', config, '--profile', 'prod'], env: {RYZE_TOKEN: ''}});
		const {screen, simulator} = watched;
		await screen.waitFor(() => screen.text().includes('token refused'), 'the refusal');
		writeFileSync(kept, `${simulator.token}\n`);
		screen.press('r');
		await screen.waitFor(isLive, 'the fleet');
		assert.ok(!screen.bytes().includes(simulator.token));
	} finally {
		rmSync(folder, {recursive: true});
	}
});

test('leaving does not wait for a token command that hangs, and takes it along', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-command-'));
	try {
		const [ran, id, config] = ['ran', 'id', 'config.toml'].map(name => path.join(folder, name)) as [string, string, string];
		const script = 'if test -e "$1"; then mkfifo "$2.pipe"; echo $$ > "$2"; read line < "$2.pipe"; fi; touch "$1"; echo outdated';
		writeFileSync(config, `token_command = ${JSON.stringify(['sh', '-c', script, 'sh', ran, id])}\n`, {mode: 0o600});
		await using watched = await watchSimulator({args: ['--config', config], env: {RYZE_TOKEN: ''}});
		const {screen} = watched;
		await until(() => existsSync(id) && readFileSync(id, 'utf8') !== '');
		screen.press('q');
		assert.equal((await screen.waitForExit()).code, 0);
		const command = Number(readFileSync(id, 'utf8'));
		await until(() => !isAlive(command));
	} finally {
		rmSync(folder, {recursive: true});
	}
});

test('a token file that becomes a pipe is told when the token is refused, and does not keep the monitor from leaving', async () => {
	await using simulator = await simulate();
	const file = path.join(freshFolder(), 'token');
	writeFileSync(file, simulator.token, {mode: 0o600});
	await using screen = openScreen(process.execPath, [program, '--url', simulator.url, '--token-file', file], {columns: 130, rows: 30, env: {XDG_CONFIG_HOME: '/none'}});
	await screen.waitFor(() => isLive(screen), 'the fleet');
	rmSync(file);
	execFileSync('mkfifo', [file]);
	simulator.beginFault('401');
	screen.press('r');
	await screen.waitFor(() => /token refused.*It is a pipe, .*Give the path of/v.test(screen.text()), 'what is wrong with the file');
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
});

test('the picture has the columns and the order of the config file', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-config-'));
	try {
		const config = path.join(folder, 'config.toml');
		writeFileSync(config, 'columns = ["name", "state"]\nsort = "-name"\nascii = true\nintervall = 3\n', {mode: 0o600});
		await using watched = await watchSimulator({args: ['--config', config]});
		const {screen} = watched;
		// The footer tells of the setting for a while, so the position comes only later.
		await screen.waitFor(() => (screen.lines()[1]?.includes(' live') ?? false) && screen.text().includes('connected'), 'the fleet');
		assert.match(screen.text(), /^ +NAME v +STATE$/mv);
		assert.match(screen.text(), /sort name/v);
		assert.match(screen.bytes(), /There is no setting "intervall"\. Did you mean interval\?/v);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
