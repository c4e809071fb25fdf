import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {openScreen} from '../../helpers/screen.js';
import {cases} from './cases.js';
import {
	missing,
	model,
	pathWithNames,
	scriptOf,
} from './shells.js';

const skip = missing('bash');
const completer = fileURLToPath(new URL('complete.bash', import.meta.url));

/** The words that bash is offered in place of the last word, or of its part after a separator. */
const complete = (words: readonly string[], separators?: string) => {
	using script = scriptOf('bash');
	const setting = separators === undefined ? [] : ['-c', `COMP_WORDBREAKS='${separators}'; source "$0" "$@"`];
	const printed = execFileSync('bash', ['--norc', ...setting, completer, script.file, 'ryzetop', ...words], {encoding: 'utf8', env: {...process.env, PATH: pathWithNames(script.folder)}});
	return printed.split('\n').filter(line => line !== '');
};

test('bash is offered the part of a word that it replaces', {skip}, () => {
	for (const [words, offered] of cases) {
		const last = words.at(-1) ?? '';
		const kept = last.slice(0, 1 + Math.max(last.lastIndexOf(':'), last.indexOf('=')));
		const found = complete(words).filter(word => !word.startsWith('/etc/passwd') || word === '/etc/passwd');
		assert.deepEqual(new Set(found), new Set(offered.map(word => word.slice(kept.length))), words.join(' '));
	}
});

test('bash is offered whole words where it breaks them at blanks alone', {skip}, () => {
	for (const [words, offered] of cases) {
		const found = complete(words, ' ').filter(word => !/\/etc\/passwd./v.test(word));
		assert.deepEqual(new Set(found), new Set(offered), words.join(' '));
	}
});

test('after -- bash is offered no option', {skip}, () => {
	assert.deepEqual(complete(['--', '--sce']), []);
	assert.deepEqual(complete(['--', 'is:st']), ['stuck']);
});

test('bash is offered every option of a command, and each command', {skip}, () => {
	for (const command of ['simulate', 'config', 'completion'] as const) {
		assert.deepEqual(complete([command, '--']), model.options.filter(({commands}) => commands.includes(command)).map(({name}) => `--${name}`));
	}

	assert.deepEqual(complete(['--']), model.options.filter(({commands}) => commands.includes('monitor')).map(({name}) => `--${name}`));
	const optionsOf = (command: 'monitor' | 'list') => model.options.filter(({commands}) => commands.includes(command)).map(({name}) => `--${name}`);
	assert.deepEqual(complete(['']), [...model.commands.map(([word]) => word), ...optionsOf('monitor')]);
	assert.deepEqual(complete(['list', '']), optionsOf('list'), 'the terms of a filter once a word is begun');
	assert.ok(complete(['list', 's']).length > 5, 'the terms of a filter');
});

test('bash is offered the names of instances, quoted, where one belongs', {skip}, () => {
	using script = scriptOf('bash');
	const env = {...process.env, PATH: pathWithNames(script.folder), LC_ALL: 'C.UTF-8'};
	const offered = (...words: readonly string[]) => execFileSync('bash', ['--norc', completer, script.file, 'ryzetop', ...words], {encoding: 'utf8', env}).split('\n').filter(line => line !== '');
	assert.deepEqual(offered('wait', 'sa'), ['sales-04']);
	assert.deepEqual(offered('wait', String.raw`ação\ `), [String.raw`ação\ 2`, String.raw`ação\ 3`]);
	assert.deepEqual(offered('wait', 'sales-04', ''), []);
	assert.deepEqual(offered('list', '--instance', 'x,sa'), ['x,sales-04']);
	assert.deepEqual(offered('--instance=sa'), ['sales-04']);
	assert.deepEqual(offered('--instance', 'x'), [], 'a name with a comma is no item');
	const [hostile = ''] = offered('wait', 'z');
	assert.equal(execFileSync('bash', ['-c', `printf %s ${hostile}`], {encoding: 'utf8', cwd: script.folder}), 'z$(touch owned)`touch owned`;\'"');
	assert.ok(!existsSync(path.join(script.folder, 'owned')));
});

test('a person who presses Tab in bash gets the word', {skip}, async () => {
	using script = scriptOf('bash');
	await using screen = openScreen('bash', ['--norc', '--noprofile', '-i'], {columns: 100, rows: 30, env: {PS1: 'ready> ', HISTFILE: '/dev/null', INPUTRC: '/dev/null'}});
	await screen.waitFor(() => screen.text().includes('ready>'), 'the prompt');
	screen.write(`source ${script.file}; PS1='set> '; clear\n`);
	await screen.waitFor(() => screen.text() === 'set>', 'the script to be loaded');
	for (const [typed, completed] of [
		['ryzetop simu\t', 'ryzetop simulate'],
		['--scenario=b\t', 'ryzetop simulate --scenario=busy'],
		['\u{15}ryzetop state:disc\t', 'ryzetop state:disconnected'],
		['--columns state,prof\t', 'ryzetop state:disconnected --columns state,profile'],
	] as const) {
		screen.write(typed);
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		await screen.waitFor(() => screen.text() === `set> ${completed}`, completed);
	}
});
