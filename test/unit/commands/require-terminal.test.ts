import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findMissingTerminal} from '../../../source/commands/require-terminal.js';
import type {MonitorOptions} from '../../../source/config/settings/monitor.js';
import {fixedToken} from '../../../source/config/token/token.js';
import {Secret} from '../../../source/core/text/secret.js';

const account = (url: string): Pick<MonitorOptions, 'sources'> => ({
	sources: [{
		kind: 'account', url, historyFile: undefined, hasNoHistory: false, token: fixedToken(new Secret('hunter2')),
	}],
});
const demo: Pick<MonitorOptions, 'sources'> = {sources: [{kind: 'demo', simulation: {scenario: 'busy', instances: undefined, seed: undefined}}]};

test('with both terminals nothing is missing', () => {
	assert.deepEqual(findMissingTerminal({stdin: true, stdout: true, isDumb: false}, demo), []);
});

test('the stream that is no terminal is named', () => {
	const first = (stdin: boolean, stdout: boolean) => findMissingTerminal({stdin, stdout, isDumb: true}, demo)[0];
	assert.equal(first(true, false), 'The monitor needs a terminal, and standard output is not one.');
	assert.equal(first(false, true), 'The monitor needs a terminal, and standard input is not one.');
	assert.equal(first(false, false), 'The monitor needs a terminal, and neither standard input nor standard output is one.');
});

test('a terminal that understands no control sequences is sent none', () => {
	assert.equal(findMissingTerminal({stdin: true, stdout: true, isDumb: true}, demo)[0], 'The monitor needs a terminal that it can draw on, and TERM says that this one is dumb.');
});

test('a script is shown the commands that need no terminal', () => {
	const second = (options: Pick<MonitorOptions, 'sources'>) => findMissingTerminal({stdin: true, stdout: false, isDumb: false}, options)[1];
	assert.equal(second(account('https://example.com/ryze')), 'For a script there are ryzetop list, watch, wait and check.');
	assert.equal(second(demo), 'For a script there are ryzetop list --demo and ryzetop watch --demo; ryzetop simulate serves the simulated account.');
});
