import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings} from '../../../../source/core/keymap/bindings.js';
import {resolveChord} from '../../../../source/core/keymap/resolve.js';
import {configure, monitorOf, problemsOf} from '../configuring.js';

const file = '~/.config/ryzetop/config.toml';

test('a command is bound by its id, in quotes or as a table', async () => {
	const {keymap} = await monitorOf({toml: '[keys]\n"sort.open" = ["F3"]\n[keys.copy]\nname = ["ctrl+y", "w"]\nnumber = []\n'});
	assert.deepEqual(['f3', 'ctrl+y', 'w', 'y', 'Y'].map(chord => resolveChord(chord, 'grid', keymap)), ['sort.open', 'copy.name', 'copy.name', undefined, undefined]);
});

test('without a config file the keys are those of the table', async () => {
	const {keymap} = await monitorOf({});
	assert.deepEqual(keymap, bindings);
});

test('all that is wrong with the keys comes in one message, each with its line', async () => {
	assert.deepEqual(await problemsOf({
		environment: {RYZE_TOKEN: 'abc'},
		toml: 'keys.lists = 1\n[keys.copy]\nnam = ["y"]\nnumber = "Y"\n[keys.sort]\nopen = ["f13", "f2"]\nturn = ["!"]\n[keys.app]\nabort = []',
	}), [
		`${file}, line 1: keys.lists: There is no command "lists". ryzetop config keys lists all of them.`,
		`${file}, line 1: keys.lists: It must be a list of keys in quotes, such as ["y", "ctrl+y"]; [] is for none.`,
		`${file}, line 3: keys.copy.nam: There is no command "copy.nam". Did you mean "copy.name"?`,
		`${file}, line 4: keys.copy.number: It must be a list of keys in quotes, such as ["y", "ctrl+y"]; [] is for none.`,
		`${file}, line 6: keys.sort.open: "f13" is no key. Did you mean f1? A key is one character, or up, down, left, right, enter, esc, tab, space, backspace, insert, delete, home, end, pageup, pagedown, f1 to f12; ctrl+ stands before a letter, ctrl+ and alt+ before a key with a name, alt+ before a character, shift+ before tab and f1 to f12.`,
		`${file}, line 7: keys.sort.turn: ! would be two commands in the grid: "filter.trouble" (only what needs action or is marked !) and "sort.turn" (reverse the order). Take it from one of them.`,
		`${file}, line 9: keys.app.abort: Ctrl+C always quits. Leave "ctrl+c" in the list.`,
	]);
	assert.deepEqual(await problemsOf({environment: {RYZE_TOKEN: 'abc'}, toml: 'keys = ["y"]'}), [`${file}, line 1: keys: It must be a table, which begins with the line [keys].`]);
	assert.deepEqual(await problemsOf({environment: {RYZE_TOKEN: 'abc'}, toml: '[keys]\n"copy.name" = ["y"]\ncopy.name = ["y"]'}), [`${file}, line 3: keys.copy.name: This command is there already, further up.`]);
});

test('keys that are wrong keep no other command from its work', async () => {
	const {resolved} = await configure({command: 'check', toml: '[keys]\nx = 1', environment: {RYZE_TOKEN: 'abc'}});
	assert.equal(resolved.kind, 'text');
});

test('`ryzetop config keys` prints the keys in force as a table that means the same when it is in the config file', async () => {
	const toml = '[keys]\n"copy.name" = ["space", "\\\\"]\n"acknowledge.toggle" = []\n"app.quit" = [\'"\']\n';
	const {resolved} = await configure({toml, command: 'config', words: ['keys']});
	assert.equal(resolved.kind, 'print');
	assert.match(resolved.text, /^"copy\.name" = \["space", "\\\\"\] +# copy the name$/mv);
	const [one, other] = [await monitorOf({toml}), await monitorOf({toml: resolved.text})];
	assert.deepEqual(other.keymap, one.keymap);
	assert.deepEqual(await problemsOf({command: 'config', words: ['key'], environment: {RYZE_TOKEN: 'abc'}}), ['"key" is a word too many: ryzetop config takes init or keys, or no word. Did you mean ryzetop config keys?']);
});
