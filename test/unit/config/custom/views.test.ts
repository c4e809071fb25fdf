import assert from 'node:assert/strict';
import {test} from 'node:test';
import {resolveChord} from '../../../../source/core/keymap/resolve.js';
import {configure, monitorOf, problemsOf} from '../configuring.js';

const file = '~/.config/ryzetop/config.toml';
const environment = {RYZE_TOKEN: 'abc'};

test('a view is a name with a filter, columns, a sort and a key', async () => {
	const {views, keymap} = await monitorOf({
		toml: '[[view]]\nname = "down now"\nfilter = "down since<1h"\ncolumns = ["state", "name"]\nsort = "-since"\nkey = "F5"\n[[view]]\nname = "all"\ncolumns = "+business"\n',
	});
	assert.deepEqual(views.map(({columns, ...view}) => ({...view, columns: columns?.map(({id}) => id).join(',')})), [
		{
			name: 'down now', filter: 'down since<1h', sort: {by: 'since', isReversed: true}, columns: 'state,name',
		},
		{
			name: 'all', filter: '', sort: undefined, columns: 'state,name,account,number,since,do,integrations,why,up24h,last24h,profile,business',
		},
	]);
	assert.deepEqual([resolveChord('f5', 'grid', keymap), resolveChord('f5', 'timeline', keymap), resolveChord('f5', 'detail', keymap)], ['view:down now', 'view:down now', undefined]);
});

test('all that is wrong with views comes in one message, each with its line', async () => {
	assert.deepEqual(await problemsOf({
		environment,
		toml: [
			'[keys]',
			'"sort.turn" = ["F7"]',
			'[[view]]',
			'filter = "stat:up is:stuk since"',
			'colums = "name"',
			'[[view]]',
			'name = "A"',
			'columns = "nam"',
			'sort = 1',
			'key = "f7"',
			'[[view]]',
			'name = "a"',
			'key = "f5"',
			'[[view]]',
			'name = " "',
			'key = "q"',
			'[[view]]',
			'name = "b"',
			'key = "f5"',
			'[[view]]',
			'name = "c"',
			'key = "ctrl+c"',
		].join('\n'),
	}).then(problems => problems.map(problem => problem.replace(/ (?:The columns are|Sort by|A key is) .*/v, ' …'))), [
		`${file}, line 3: view.name: It is missing. Every view needs one.`,
		`${file}, line 4: view.filter: The filter "stat:up" cannot be used: is it state? The filter "is:stuk" cannot be used: it can be stuck, flapping, odd, trouble, new, gone, known; did you mean stuck?`,
		`${file}, line 5: view.colums: There is no such key. Did you mean columns?`,
		`${file}, line 8: view.columns: There is no column "nam". Did you mean name? …`,
		`${file}, line 9: view.sort: It must be a text in quotes.`,
		`${file}, line 10: view.key: F7 would be two commands in the grid: "sort.turn" (reverse the order) and "view:A" (the view A). Take it from one of them.`,
		`${file}, line 12: view.name: There is one of the name "a" already, further up.`,
		`${file}, line 15: view.name: It is empty. Give it a name, in quotes.`,
		`${file}, line 19: view.key: F5 would be two commands in the grid: "view:a" (the view a) and "view:b" (the view b). Take it from one of them.`,
		`${file}, line 22: view.key: Ctrl+C always quits, and can do nothing else. Take another key.`,
	]);
	assert.deepEqual(await problemsOf({environment, toml: '[view]\nname = "a"'}), [`${file}, line 1: view: It must be a list of tables. Each begins with the line [[view]].`]);
});

test('the key of a view is told among the keys in force, and is no line for `[keys]`', async () => {
	const toml = '[[view]]\nname = "a"\nkey = "F5"\n';
	const {resolved} = await configure({toml, command: 'config', words: ['keys']});
	assert.equal(resolved.kind, 'print');
	assert.match(resolved.text, /^# "view:a" = \["f5"\] +# the view a$/mv);
});
