import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {cases} from './cases.js';
import {
	missing,
	model,
	pathWithNames,
	scriptOf,
} from './shells.js';

const skip = missing('fish');

/** The words fish offers for each line, without their descriptions. */
const complete = (lines: readonly string[]): ReadonlyArray<readonly string[]> => {
	using script = scriptOf('fish');
	const source = 'source $argv[1]; for line in $argv[2..-1]; complete -C $line; echo ==; end';
	const printed = execFileSync('fish', ['--no-config', '-c', source, script.file, ...lines], {
		encoding: 'utf8', env: {
			...process.env, HOME: script.folder, PATH: pathWithNames(script.folder), LC_ALL: 'C.UTF-8',
		},
	});
	return printed.split('==\n').slice(0, -1).map(part => part.split('\n').map(line => line.split('\t', 1)[0] ?? '').filter(line => line !== ''));
};

test('fish offers what may stand in place of the last word', {skip}, () => {
	const found = complete(cases.map(([words]) => ['ryzetop', ...words].join(' ')));
	for (const [index, [words, offered]] of cases.entries()) {
		const whole = (found[index] ?? []).filter(word => !/\/etc\/passwd./v.test(word));
		assert.deepEqual(new Set(whole), new Set(offered), words.join(' '));
	}
});

test('after -- fish offers no option', {skip}, () => {
	const [options, terms] = complete(['ryzetop -- --sce', 'ryzetop -- is:st']);
	assert.deepEqual([options, terms], [[], ['is:stuck']]);
});

test('fish offers every option of a command, with what it does', {skip}, () => {
	const [options = []] = complete(['ryzetop simulate --']);
	assert.deepEqual(new Set(options), new Set(model.options.filter(({commands}) => commands.includes('simulate')).map(({name}) => `--${name}`)));
});

test('fish offers the names of instances where one belongs', {skip}, () => {
	assert.deepEqual(complete(['ryzetop wait sa', 'ryzetop wait aç', 'ryzetop wait sales-04 ', 'ryzetop list --instance x,sa', 'ryzetop --instance=sa', 'ryzetop wait z', 'ryzetop --instance x']), [
		['sales-04'], ['ação 2', 'ação 3'], [], ['x,sales-04'], ['--instance=sales-04'], ['z$(touch owned)`touch owned`;\'"'], [],
	]);
});
