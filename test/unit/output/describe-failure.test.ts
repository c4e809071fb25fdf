import assert from 'node:assert/strict';
import test from 'node:test';
import type {Trouble} from '../../../source/core/polling/feed.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {describeFailure} from '../../../source/output/describe-failure.js';
import {noon} from '../../helpers/fleet.js';

const told = {budget: undefined, message: undefined};

test('a failure says what happened and what to do, and promises no further try', () => {
	const failures: ReadonlyArray<readonly [Trouble, string]> = [
		[{
			kind: 'unauthorized', status: 401, tokenChanged: false, ...told, message: sanitize('Invalid token'),
		}, 'token refused: the API does not know the token: Invalid token. Set RYZE_TOKEN, or the token file, to one that the API knows.'],
		[{kind: 'rate-limited', retryAt: noon + 12_000, ...told}, 'rate limited: the API asked to wait. It can be asked again in 12s: the calls are shared by everyone who uses the token.'],
		[{
			kind: 'server-error', status: 503, isHtml: false, retryAt: noon + 120_000, ...told,
		}, 'no usable answer: the server is in trouble (HTTP 503). Try again in 2m 00s.'],
		[{kind: 'unreachable', reason: 'refused'}, 'unreachable: the connection was refused. Is the server running, and the port right?'],
		[{kind: 'unreachable', reason: 'reset'}, 'unreachable: the connection was cut. Try again in a while.'],
		[{
			kind: 'server-error', status: 502, isHtml: true, ...told,
		}, 'no usable answer: a gateway answered for the API (HTTP 502). Try again in a while.'],
		[{kind: 'wrong-path', ...told}, 'no usable answer: the list was not found there. Check RYZE_URL.'],
	];
	for (const [trouble, words] of failures) {
		assert.equal(describeFailure(trouble, noon), words);
	}
});
