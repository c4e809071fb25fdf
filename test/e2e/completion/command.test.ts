import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {createCompletionModel, shells} from '../../../source/cli/completion/model.js';
import {resolveCompletion} from '../../../source/cli/completion/write-completion.js';
import {listOptions, type OptionName} from '../../../source/cli/options.js';
import {scenarioNames as allScenarios} from '../../../source/simulator/world/scenarios.js';
import {program} from '../../helpers/program.js';
import {model, scenarioNames} from './shells.js';

const resolve = (words: readonly string[], switches: readonly OptionName[] = []) => resolveCompletion({
	command: 'completion', words, values: new Map(), switches: new Set(switches), problems: [],
}, scenarioNames);

test('the built program prints the script of each shell', () => {
	for (const shell of shells) {
		const made = resolveCompletion({
			command: 'completion', words: [shell], values: new Map(), switches: new Set(), problems: [],
		}, allScenarios);
		const printed = execFileSync(process.execPath, [program, 'completion', shell], {encoding: 'utf8', env: {PATH: process.env.PATH}});
		assert.equal(printed, made.kind === 'print' ? made.text : undefined);
	}
});

test('every option stands in every script, and those with known values have them', () => {
	for (const shell of shells) {
		const made = resolve([shell]);
		assert.strictEqual(made.kind, 'print');
		for (const [name] of listOptions()) {
			assert.ok(made.text.includes(shell === 'fish' ? ` -l ${name} ` : `--${name}`), `${shell} ${name}`);
		}
	}

	const kinds = new Map(model.options.map(({name, value}) => [name, value?.kind]));
	assert.deepEqual(['scenario', 'columns', 'sort', 'token-file', 'config', 'url', 'bell'].map(name => kinds.get(name)), ['words', 'words', 'words', 'files', 'files', 'anything', undefined]);
});

test('filter terms that a shell would take for a redirection are not offered', () => {
	const {filterWords} = createCompletionModel([]);
	assert.deepEqual(filterWords.filter(word => !/^\w+:\w*$/v.test(word)), []);
	assert.ok(filterWords.includes('state:loggedout') && filterWords.includes('name:'));
});

test('completion needs the name of a shell, and takes nothing else', () => {
	assert.deepEqual(resolve([]), {kind: 'misuse', problems: ['ryzetop completion needs the name of a shell: bash, zsh, fish.']});
	assert.deepEqual(resolve(['fihs', 'zsh'], ['ascii']), {
		kind: 'misuse',
		problems: [
			'There is no completion for "fihs". Did you mean fish? The shells are bash, zsh, fish.',
			'"zsh" is a word too many: ryzetop completion takes one shell.',
			'--ascii is of no use to ryzetop completion. Leave it out.',
		],
	});
});
