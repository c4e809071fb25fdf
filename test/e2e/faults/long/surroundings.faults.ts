import assert from 'node:assert/strict';
import {mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {untouchedModes} from '../../../helpers/modes.js';
import {isLive, watchSimulator, type WatchedOptions} from '../../watched.js';

const crashOnSignal = '--import=data:text/javascript,process.on(`SIGUSR2`,()=>{throw(new(Error)(`boom`))})';

/** A line for the shell that does something before the command, such as taking a variable away. */
const after = (preparation: string): WatchedOptions => ({line: command => `${preparation}; ${command}`});

const surroundings: Readonly<Record<string, WatchedOptions>> = {
	'a working folder that was removed': after('mkdir gone; cd gone; rmdir ../gone'),
	'no HOME': after('unset HOME'),
	'a HOME that can never be': {env: {HOME: '/proc/none'}},
	'a HOME that is a file': {env: {HOME: '/dev/null'}},
	'a temporary folder that is not there': {env: {TMPDIR: '/none/such'}},
	'a temporary folder that takes nothing': {env: {TMPDIR: '/proc'}},
	'a config folder that can never be': {env: {XDG_CONFIG_HOME: '/proc/none'}},
	'an empty PATH': {line: command => `PATH= ${command}`},
	'hardly any files that may be opened': after('ulimit -n 40'),
	'files that may not grow': after('ulimit -f 0'),
	'files that nobody may read': after('umask 777'),
	'no TERM': after('unset TERM'),
	'a locale that does not exist': {env: {LC_ALL: 'xx', LANG: 'xx'}},
	'a time zone that does not exist': {env: {TZ: 'None/Such'}},
	'no standard error': {line: command => `${command} 2>&-`},
	'a full standard error': {line: command => `${command} 2>/dev/full`},
	'no terminal of its own': {line: command => `setsid -w ${command}`},
};

for (const [name, options] of Object.entries(surroundings)) {
	test(`the monitor runs and leaves with ${name}`, async () => {
		const folder = freshFolder();
		await using watched = await watchSimulator({
			isUnderShell: true, ...options, line: command => `cd '${folder}'; ${options.line?.(command) ?? command}`,
		});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.press('q');
		await screen.waitForExit();
		assert.match(screen.text(), /TTY-SAME\nCODE=0\b/v);
		assert.deepEqual(screen.modes(), untouchedModes);
	});
}

for (const [name, env] of [
	['a state folder that can never be made', {XDG_STATE_HOME: '/proc/none', TMPDIR: '/none'}],
	['a temporary folder that takes nothing', {XDG_STATE_HOME: '/dev/null', TMPDIR: '/proc'}],
] as ReadonlyArray<readonly [string, Readonly<Record<string, string>>]>) {
	test(`a crash is told and ends with 1 with ${name}, though no report can be kept`, async () => {
		await using watched = await watchSimulator({isUnderShell: true, env: {NODE_OPTIONS: crashOnSignal, ...env}});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.kill('SIGUSR2');
		await screen.waitForExit();
		assert.match(screen.text().replaceAll('\n', ' '), /Error: boom\. No report could be kept\..*TTY-SAME CODE=1\b/v);
	});
}

test('a report that the disk does not take leaves no empty file behind', async () => {
	const state = freshFolder();
	mkdirSync(path.join(state, 'ryzetop'));
	await using watched = await watchSimulator({
		isUnderShell: true, env: {NODE_OPTIONS: crashOnSignal, XDG_STATE_HOME: state, TMPDIR: '/none'}, line: command => `ulimit -f 0; ${command}`,
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.kill('SIGUSR2');
	await screen.waitForExit();
	assert.match(screen.text().replaceAll('\n', ' '), /No report could be kept\..*CODE=1\b/v);
	// The file of the memory is there before anything can be written to it.
	assert.deepEqual(readdirSync(path.join(state, 'ryzetop')).filter(name => name !== 'history.db'), []);
});
