import assert from 'node:assert/strict';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {ServerReport} from '../../../source/core/polling/server.js';
import {maskSecrets, Secret} from '../../../source/core/text/secret.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createRecorder} from '../../../source/diagnostics/recorder.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';

const token = new Secret('tok-0123456789');

/** A recorder whose log is a list of lines; `fail` makes the next ones fail. */
function record() {
	const lines: string[] = [];
	const failures: string[] = [];
	let failure: string | undefined;
	let now = noon;
	const recorder = createRecorder({
		log: {
			async append(line) {
				if (failure === undefined) {
					lines.push(line);
				}

				return failure;
			},
			async close() {
				lines.push('closed');
			},
		},
		redact: text => maskSecrets(text, [token]),
		clock: {now: () => now, elapsed: () => now},
		failed(code) {
			failures.push(code);
		},
	});
	const quiet = () => undefined;
	const report = recorder.watch({
		started: quiet, async ended() {
			quiet();
		}, rescheduled: quiet, leapt: quiet,
	});
	return {
		lines,
		failures,
		recorder,
		fail(code: string | undefined) {
			failure = code;
		},
		pass(milliseconds: number) {
			now += milliseconds;
		},
		async poll(outcome: Outcome) {
			report.started();
			const asked = {at: now, elapsed: now};
			now += 120;
			await report.ended({
				outcome, asked, at: now, elapsed: now, interval: 5000, next: {at: now + 5000, reason: 'interval'},
			});
		},
	};
}

test('a poll is one line: when, what came of it, how long, how much, what is left and what is next', async () => {
	const {lines, poll} = record();
	await poll({
		kind: 'ok', snapshot: snapshotOf([{name: 'sales'}]), bytes: 1500, budget: {limit: 100, remaining: 88, resetAt: noon + 30_000},
	});
	assert.deepEqual(JSON.parse(lines[0] ?? ''), {
		at: '2026-05-01T12:00:00.120Z', kind: 'poll', outcome: 'ok', words: 'live', durationMilliseconds: 120, bytes: 1500, instances: 1, rejected: 0, budget: {limit: 100, remaining: 88, resetAt: '2026-05-01T12:00:30.000Z'}, next: {delayMilliseconds: 5000, reason: 'interval'},
	});
});

test('a look at the server is one line: what it reported, for how long it was up and how long it took, without a token; one that was given up is none', async () => {
	const {lines, recorder, pass} = record();
	const reports: ReadonlyArray<ServerReport | undefined> = [
		{kind: 'degraded', uptime: 90_000, failing: [sanitize('db'), sanitize('tok-0123456789')]},
		{kind: 'ok', uptime: undefined, failing: []},
		{kind: 'unknown', reason: 'not-there'},
		undefined,
	];
	for (const report of reports) {
		const watched = recorder.watchServer({
			address: 'https://one.example/health',
			async fetchHealth() {
				pass(30);
				return report;
			},
		});
		assert.equal(watched?.address, 'https://one.example/health');
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.equal(await watched.fetchHealth(new AbortController().signal), report);
	}

	assert.equal(recorder.watchServer(undefined), undefined);
	assert.deepEqual(lines.map(line => JSON.parse(line) as unknown), [
		{
			at: '2026-05-01T12:00:00.030Z', kind: 'server', words: 'degraded: db, ••••••••', uptimeMilliseconds: 90_000, durationMilliseconds: 30,
		},
		{
			at: '2026-05-01T12:00:00.060Z', kind: 'server', words: 'ok', durationMilliseconds: 30,
		},
		{
			at: '2026-05-01T12:00:00.090Z', kind: 'server', words: 'it has no /health', durationMilliseconds: 30,
		},
	]);
});

test('a trouble is told in the words of the header, without the token and on one line', async () => {
	const {lines, poll} = record();
	await poll({
		kind: 'server-error', status: 503, isHtml: false, budget: undefined, message: sanitize('no tok-0123456789\nhere'),
	});
	const {words, status, outcome} = JSON.parse(lines[0] ?? '') as Readonly<Record<string, unknown>>;
	assert.deepEqual([outcome, status, words], ['server-error', 503, 'no usable answer: the server is in trouble (HTTP 503): no ••••••••␊here']);
	assert.equal(lines.join('').includes('\n'), false);
});

test('a log that cannot be written is told once, and goes on when it can, with the number of lines that are missing', async () => {
	const {
		lines, failures, recorder, fail,
	} = record();
	fail('ENOSPC');
	recorder.ran('move.down');
	recorder.ran('move.down');
	await setImmediate();
	fail(undefined);
	recorder.ran('move.up');
	await setImmediate();
	fail('EIO');
	recorder.ran('move.up');
	await setImmediate();
	assert.deepEqual(failures, ['ENOSPC']);
	assert.deepEqual(lines.map(line => JSON.parse(line) as unknown), [{
		at: '2026-05-01T12:00:00.000Z', kind: 'command', id: 'move.up', lostBefore: 2,
	}]);
});

test('the last commands are remembered, and no more', () => {
	const {recorder} = record();
	for (let index = 0; index < 50; index++) {
		recorder.ran(index === 49 ? 'app.back' : 'move.down');
	}

	const commands = recorder.commands();
	assert.deepEqual([commands.length, commands.at(-1)?.id], [20, 'app.back']);
});

test('what Node printed is one line, without secrets and no longer than a warning with its stack', async () => {
	const {lines, recorder} = record();
	recorder.printed('(node:1) Warning: tok-0123456789 is old\n    at a.js\n');
	recorder.printed('x'.repeat(10_000));
	await setImmediate();
	const [short, long] = lines.map(line => JSON.parse(line) as Readonly<Record<string, string>>);
	assert.deepEqual([short?.kind, short?.text], ['printed', '(node:1) Warning: •••••••• is old\n    at a.js']);
	assert.equal(long?.text?.length, 4000);
});
