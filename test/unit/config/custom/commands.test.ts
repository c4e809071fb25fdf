import assert from 'node:assert/strict';
import {test} from 'node:test';
import {resolveChord} from '../../../../source/core/keymap/resolve.js';
import {monitorOf, problemsOf} from '../configuring.js';

const file = '~/.config/ryzetop/config.toml';
const environment = {RYZE_TOKEN: 'abc'};

const problemOf = async (run: readonly string[], rest = '') => {
	const problems = await problemsOf({environment, toml: `[[command]]\nname = "a"\nrun = ${JSON.stringify(run)}\n${rest}`});
	return problems.join('\n').replace(`${file}, line 3: command.run: `, '');
};

test('a command is a name with a program and its arguments, and what becomes of it', async () => {
	const {commands, keymap} = await monitorOf({
		toml: '[[command]]\nname = "ticket"\nrun = ["ticket", "new", "--", "{name}"]\nkey = "T"\nwhere = "detail"\nconfirm = true\noutput = "page"\n[[command]]\nname = "open"\nrun = ["xdg-open", "{url}"]\nkey = "f9"\n',
	});
	assert.deepEqual(commands, [
		{
			name: 'ticket', where: 'detail', run: ['ticket', 'new', '--', '{name}'], isAsked: true, output: 'page',
		},
		{
			name: 'open', where: 'grid', run: ['xdg-open', '{url}'], isAsked: false, output: 'notice',
		},
	]);
	assert.deepEqual([resolveChord('T', 'detail', keymap), resolveChord('T', 'grid', keymap), resolveChord('f9', 'grid', keymap)], ['command:ticket', undefined, 'command:open']);
});

test('all that is wrong with commands comes in one message, each with its line', async () => {
	assert.deepEqual(await problemsOf({
		environment, toml: '[[command]]\nwhere = "list"\nconfrm = true\n[[command]]\nname = "a"\nrun = "ls"\nconfirm = "yes"\noutput = "pager"\nkey = "q"\n[[command]]\nname = "A"\nrun = ["{name}"]\n[[command]]\nname = "c"\nrun = []',
	}), [
		`${file}, line 1: command.name: It is missing. Every command needs one.`,
		`${file}, line 1: command.run: It is missing. Every command needs one.`,
		`${file}, line 2: command.where: "list" is none of grid, detail, events, shown.`,
		`${file}, line 3: command.confrm: There is no such key. Did you mean confirm?`,
		`${file}, line 6: command.run: It must be a list of texts, the program first: ["xdg-open", "{url}"]. No shell reads it.`,
		`${file}, line 7: command.confirm: It is true or false, without quotes.`,
		`${file}, line 8: command.output: "pager" is none of none, notice, page, terminal.`,
		`${file}, line 9: command.key: q would be two commands in the grid: "app.back" (quit) and "command:a" (a). Take it from one of them.`,
		`${file}, line 11: command.name: There is one of the name "A" already, further up.`,
		`${file}, line 12: command.run: The first of the list must be a program.`,
		`${file}, line 15: command.run: The first of the list must be a program.`,
	]);
});

test('a value stands alone as an argument, and never where it would be read as a program', async () => {
	assert.equal(await problemOf(['open', 'https://x.example/{name}']), '"https://x.example/{name}" has a value inside a longer argument, where it could mean more than itself: let "{name}" stand alone, or have the program read RYZETOP_NAME.');
	for (const run of [
		['sh', '-c', '{name}'], ['python3', '-c', '{id}'], ['bash', '-lc', '{name}'], ['/bin/sh', '-c', 'echo "$1"', 'sh', '{name}'], ['sudo', 'bash', '-e', '-c', '-x', '{name}'], ['env', 'zsh', '+c', '{name}'],
	]) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.match(await problemOf(run), /^"\{(?:name|id)\}" stands behind -c, where it would be read as a program: have it read RYZETOP_/v);
	}

	assert.equal(await problemOf(['x', '{nme}']), 'There is no value "{nme}". Did you mean "{name}"?');
	assert.equal(await problemOf(['x', '{name}'], 'where = "shown"'), '"{name}" is a value of one instance, and where = "shown" is for all of them: the program reads them as JSON.');
	assert.equal((await monitorOf({toml: '[[command]]\nname = "a"\nrun = ["ping", "-c", "1", "{}", "{print}", "{name}"]'})).commands.length, 1);
});
