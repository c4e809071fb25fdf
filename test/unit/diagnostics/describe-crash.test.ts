import assert from 'node:assert/strict';
import test from 'node:test';
import {describeCrash, describeFault, type Crash} from '../../../source/diagnostics/describe-crash.js';
import {reveal, Secret} from '../../../source/core/text/secret.js';
import {crashFacts} from '../../../source/tui/crash-facts.js';
import {noon} from '../../helpers/fleet.js';
import {watch} from '../../helpers/watch-polls.js';

const crash: Crash = {
	error: new Error('boom'), at: noon + 90_000, startedAt: noon, version: '1.2.3', node: 'v24.0.0', platform: 'linux x64', terminal: 'xterm', columns: 80, rows: 24, polls: {made: 18, failed: 2}, instances: 44, commands: [{at: noon + 88_500, id: 'detail.open'}], secrets: [],
};

test('a report tells how the program ran, what it was about to do, what was thrown and where', () => {
	const text = describeCrash(crash);
	for (const line of [
		'version   1.2.3',
		'node      v24.0.0 on linux x64',
		'terminal  xterm, 80x24',
		'time      2026-05-01T12:01:30.000Z, 90s after the start',
		'polls     18, of which 2 failed; 44 instances',
		'commands  detail.open (1.5s before)',
		'Error: boom',
	]) {
		assert.ok(text.split('\n').includes(line), line);
	}

	assert.match(text, /\n +at .*describe-crash\.test\.ts/v);
});

test('no secret gets into the report or the line, in the message, the stack or a cause, wherever it is cut', () => {
	const token = 'tok-0123456789';
	const error = new Error(`${'x'.repeat(115)}${token}\n${'y'.repeat(495)}${token}`, {cause: new Error(`https://user:hunter2@example.com/?apiToken=hunter3 ${token}`)});
	const told = describeCrash({...crash, error, secrets: [new Secret(token)]}) + describeFault(error, [new Secret(token)]);
	assert.doesNotMatch(told, /tok-|hunter/v);
});

test('whatever is thrown is one safe line, and a report without commands to the terminal', () => {
	const thrown: ReadonlyArray<readonly [unknown, string]> = [
		[new TypeError('no\u{1B}[2J'), 'TypeError: no␛[2J'],
		[undefined, 'undefined: undefined'],
		['text', 'string: text'],
		[new Error('one\ntwo'), 'Error: one'],
		[new Error('x'.repeat(500)), `Error: ${'x'.repeat(113)}…`],
	];
	for (const [error, line] of thrown) {
		assert.equal(describeFault(error, []), line);
		assert.doesNotMatch(describeCrash({...crash, error, terminal: 'a\u{1B}b'}), /[^\P{Control}\n]/v);
	}
});

test('an error that is its own cause has an end', () => {
	const error = new Error('round');
	Object.defineProperty(error, 'cause', {value: error});
	assert.ok(describeCrash({...crash, error}).length < 20_000);
});

test('every secret of an instance is found', () => {
	const {inventory} = watch([0, [{
		name: 'sales', token: 'own-token', chatwoot: {apiToken: 'chat-token'}, proxy: {password: 'proxy-password'}, s3: {accessKey: 'access-key', secretKey: 'secret-key'},
	}]]);
	const {secrets} = crashFacts(new Error('boom'), {startedAt: noon, fleet: {feeds: new Map(), inventory}}, {commands: [], tokens: []});
	const found = new Set(secrets.map(secret => reveal(secret)));
	assert.deepEqual(['own-token', 'chat-token', 'proxy-password', 'access-key', 'secret-key'].filter(text => !found.has(text)), []);
});
