import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Trouble} from '../../../../source/core/polling/feed.js';
import type {MalformedReason, UnreachableReason} from '../../../../source/core/polling/outcome.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {describeTokenOrigin, describeTrouble} from '../../../../source/core/polling/trouble.js';

const told = {budget: undefined, message: undefined};

/** All reasons: the compiler refuses a record that lacks one. */
const unreachable: Readonly<Record<UnreachableReason, true>> = {
	dns: true, refused: true, 'no-route': true, reset: true, closed: true, tls: true, proxy: true, 'proxy-unreachable': true, 'proxy-address': true, 'connect-timeout': true, 'headers-timeout': true, 'body-timeout': true, protocol: true, 'bad-headers': true, 'headers-too-large': true, network: true,
};
const malformed: Readonly<Record<MalformedReason, true>> = {
	'not-json': true, html: true, empty: true, 'not-modified': true, partial: true, 'no-list': true, 'not-success': true, 'too-large': true, encoding: true,
	'too-many-items': true, 'too-many-values': true, 'too-deep': true, 'item-too-large': true,
};

const unauthorized = (status: number, tokenChanged: boolean): Trouble => ({
	kind: 'unauthorized', status, tokenChanged, ...told,
});
const serverError = (status: number, isHtml: boolean): Trouble => ({
	kind: 'server-error', status, isHtml, ...told,
});

const every: readonly Trouble[] = [
	...(Object.keys(unreachable) as UnreachableReason[]).map(reason => ({kind: 'unreachable', reason} as const)),
	...(Object.keys(malformed) as MalformedReason[]).map(reason => ({kind: 'malformed', reason, ...told} as const)),
	{kind: 'rate-limited', retryAt: undefined, ...told},
	unauthorized(401, false),
	unauthorized(403, false),
	{kind: 'wrong-path', ...told},
	{
		kind: 'redirected', status: 302, host: sanitize('elsewhere.example'), ...told,
	},
	{
		kind: 'redirected', status: 302, host: undefined, ...told,
	},
	{kind: 'refused', status: 400, ...told},
	serverError(500, false),
	serverError(502, true),
];

test('every trouble has words of its own and says what can be done', () => {
	const words = every.map(trouble => describeTrouble(trouble));
	assert.equal(new Set(words.map(({what}) => what)).size, every.length);
	assert.ok(words.every(({health, what, advice}) => [health, what, advice].every(text => text.length > 0)));
});

test('the words are for people: no reason of ours is among them as it is spelled in the code', () => {
	for (const trouble of every) {
		const {what, advice} = describeTrouble(trouble);
		const spelled = [trouble.kind, ...'reason' in trouble ? [trouble.reason] : []].filter(word => word.includes('-'));
		assert.ok(spelled.every(word => !what.includes(word) && !advice.includes(word)), what);
		assert.doesNotMatch(what + advice, /undefined|null/v);
	}
});

test('what the network did is told by where it failed', () => {
	for (const [reason, word] of [
		['dns', /host name/v],
		['refused', /refused/v],
		['tls', /TLS/v],
		['headers-timeout', /in time/v],
		['proxy', /proxy/v],
	] as const) {
		assert.match(describeTrouble({kind: 'unreachable', reason}).what, word, reason);
		assert.equal(describeTrouble({kind: 'unreachable', reason}).health, 'unreachable', reason);
	}
});

test('the API\'s own message is passed on, and an empty one is not', () => {
	const limited = (message: string) => describeTrouble({
		kind: 'rate-limited', retryAt: undefined, budget: undefined, message: sanitize(message),
	}).what;
	assert.equal(limited('Rate limit exceeded.'), 'the API asked to wait: Rate limit exceeded.');
	assert.equal(limited(''), 'the API asked to wait');
});

test('where an account is one of several profiles, the advice names its table, and no variable that is refused then', () => {
	for (const trouble of [...every, unauthorized(0, false)]) {
		assert.doesNotMatch(describeTrouble(trouble, 'lab').advice, /RYZE_/v, trouble.kind);
		assert.deepEqual({...describeTrouble(trouble, 'lab'), advice: ''}, {...describeTrouble(trouble), advice: ''});
	}

	assert.equal(describeTrouble({kind: 'wrong-path', ...told}, 'lab').advice, 'check the url of [profiles.lab]');
	assert.equal(describeTrouble({kind: 'malformed', reason: 'html', ...told}, 'my $&').advice, 'is the url of [profiles."my $&"] the API, or a gateway in front of it in trouble?');
	assert.equal(describeTrouble(unauthorized(401, false), 'lab').advice, 'mend the token_file or token_command of [profiles.lab], and refresh');
	assert.ok(describeTokenOrigin('lab').includes('Another server has other tokens: is the url of [profiles.lab] the one that gave you yours?'));
});

test('advice that is read in a log names no key, and says nothing else otherwise', () => {
	for (const trouble of [...every, unauthorized(0, false), unauthorized(403, false)]) {
		for (const profile of [undefined, 'lab']) {
			const logged = describeTrouble(trouble, profile, 'log');
			assert.doesNotMatch(logged.advice, /\b(?:keys?|press|refresh)\b/v, trouble.kind);
			assert.equal(logged.advice === describeTrouble(trouble, profile).advice, !('status' in trouble && [401, 403].includes(trouble.status)), trouble.kind);
		}
	}
});

test('a refused token tells what to do, unless another one was found', () => {
	assert.match(describeTrouble(unauthorized(401, false)).advice, /RYZE_TOKEN/v);
	assert.match(describeTrouble(unauthorized(401, true)).advice, /another one/v);
	assert.match(describeTrouble(unauthorized(403, false)).what, /may not/v);
});

test('a status of the server is named, and a gateway is told from the API', () => {
	assert.match(describeTrouble(serverError(503, false)).what, /server .*503/v);
	assert.match(describeTrouble(serverError(502, true)).what, /gateway .*502/v);
	assert.match(describeTrouble({kind: 'refused', status: 418, ...told}).what, /418/v);
});

test('a redirection says where to, and that the token does not follow', () => {
	const {what, advice} = describeTrouble({
		kind: 'redirected', status: 301, host: sanitize('elsewhere.example'), ...told,
	});
	assert.match(what, /elsewhere\.example/v);
	assert.match(advice, /token is not sent/v);
});
