import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeUsage} from '../../source/config/help.js';
import {noTokenLines} from '../../source/config/no-token.js';
import {listOptions} from '../../source/config/options.js';
import {tokenVariables} from '../../source/config/token.js';
import {scenarioNames} from '../../source/simulator/scenarios.js';

const lines = describeUsage(scenarioNames).split('\n');

test('the help fits 80 columns and ends its lines without blanks', () => {
	assert.deepEqual(lines.filter(line => line.length > 80 || line !== line.trimEnd()), []);
});

test('the help begins with examples, before any option', () => {
	assert.ok(lines.indexOf('Examples:') < 5);
	assert.ok(lines.indexOf('Examples:') < lines.findIndex(line => /^ {2}--/v.test(line)));
});

test('the help shows every option, under each command that takes it', () => {
	const simulate = lines.findIndex(line => line.startsWith('ryzetop simulate [options]'));
	assert.ok(simulate > 0);
	for (const [command, shown] of [['monitor', lines.slice(0, simulate)], ['simulate', lines.slice(simulate)]] as const) {
		for (const [name, {commands, placeholder}] of listOptions()) {
			const isShown = shown.some(line => line.startsWith(`  --${name} ${placeholder}`.trimEnd()) && !/^\S/v.test(line.slice(4 + name.length)));
			assert.equal(isShown, commands.includes(command), `${command} --${name}`);
		}
	}
});

test('the help names the variables, the defaults and the scenarios', () => {
	const text = lines.join(' ').replaceAll(/ +/gv, ' ');
	for (const word of [...tokenVariables, 'RYZE_URL', 'RYZE_TOKEN_FILE', 'default https://ryzeapi.cloud', 'default 5s', 'default 15s', 'default busy', scenarioNames.join(', ')]) {
		assert.ok(text.includes(word), word);
	}
});

test('who has no token reads five lines that fit 80 columns', () => {
	assert.equal(noTokenLines.length, 5);
	assert.deepEqual(noTokenLines.filter(line => line.length > 80), []);
	for (const [index, word] of ['ryzetop --demo', 'export RYZE_TOKEN=', '--token-file', 'export RYZE_URL=', 'ryzetop --help'].entries()) {
		assert.ok(noTokenLines[index]?.includes(word), word);
	}
});
