import assert from 'node:assert/strict';
import type {RequestListener} from 'node:http';
import test from 'node:test';
import {serve} from '../../helpers/servers/loopback-server.js';
import {runInside, type InsideOptions} from '../../helpers/run-inside.js';
import {simulate} from '../../helpers/servers/simulate.js';

/** Every command, with all it needs to be in order. */
const commands = [['list'], ['watch'], ['check'], ['wait', 'shop', '--within', '1s']] as const;

const isWords = (text: string) => text === '' || text.split('\n').slice(0, -1).every(line => /^(?:ryzetop: .+|Try ryzetop --help\.)$/v.test(line));

/** Runs a command line; words must be on standard error, and the token nowhere. */
const endOf = async (argv: readonly string[], options: InsideOptions = {}) => {
	const {code, stdout, stderr} = await runInside(argv, options);
	assert.ok(isWords(stderr), stderr);
	const token = options.of?.token ?? '';
	assert.ok(token === '' || !`${stdout}${stderr}`.includes(token), 'the token is told');
	return {end: code, stdout, stderr};
};

test('0: what was asked for is done, or holds', async () => {
	await using simulator = await simulate();
	simulator.world.add('shop', {state: 'disconnected'});
	for (const argv of [['list'], ['list', 'name:nowhere'], ['list', '--instance', 'shop'], ['wait', 'shop', '--for', 'disconnected'], ['list', '--help'], ['check', '--version']]) {
		const {end, stderr} = await endOf(argv, {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stderr], [0, ''], argv.join(' '));
	}
});

test('a state that no instance has and the API does not document is named, and the code stays', async () => {
	await using simulator = await simulate({scenario: 'calm', instances: 3});
	for (const [term, words] of [
		['state:conected', 'No instance has the state conected; did you mean connected?'],
		['-state:banned', 'No instance has the state banned.'],
		['presence:availble', 'No instance has the presence availble; did you mean available?'],
	] as const) {
		const {end, stderr} = await endOf(['list', '--', term], {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stderr], [0, `ryzetop: ${words}\n`]);
	}

	const {end, stdout, stderr} = await endOf(['list', 'state:down'], {of: simulator});
	assert.deepEqual([end, stdout.split('\n').length, stderr], [0, 2, '']);
});

test('check of nothing is UNKNOWN, unless that is what is expected', async () => {
	await using simulator = await simulate({scenario: 'empty'});
	for (const [argv, code] of [[[], 3], [['--empty', 'ok'], 0], [['--empty', 'critical'], 2], [['--empty', 'none'], 3]] as const) {
		const {end, stdout} = await endOf(['check', ...argv], {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stdout.startsWith('RYZETOP ')], [code, true], argv.join(' '));
	}
});

test('a group of states is no state to wait for', async () => {
	for (const [word, what] of [['up', 'connected'], ['down', 'all states but connected']]) {
		const {end, stderr} = await endOf(['wait', 'shop', '--demo', '--for', word ?? '']); // eslint-disable-line no-await-in-loop -- one after the other
		assert.equal(end, 2);
		assert.ok(stderr.includes(`"${word}" is a word of filters for ${what}`), stderr);
	}
});

test('a name is taken with the blanks that it has', async () => {
	await using simulator = await simulate({scenario: 'empty'});
	simulator.world.add('trail ', {state: 'connected'});
	for (const argv of [['wait', 'trail ', '--within', '1s'], ['list', '--instance', 'trail '], ['check', '--instance', 'trail ']]) {
		const {end, stderr} = await endOf(argv, {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stderr], [0, ''], argv.join(' '));
	}

	const {end, stderr} = await endOf(['list', '--instance', 'trail  '], {of: simulator});
	assert.deepEqual([end, stderr], [1, 'ryzetop: There is no instance trail␣␣.\n']);
});

test('after -- a word may begin with + or -, and an address may stand', async () => {
	await using simulator = await simulate({scenario: 'empty'});
	simulator.world.add('old', {state: 'connected', numberJid: '553199990002@s.whatsapp.net'});
	simulator.world.add('other', {state: 'connected', numberJid: '5511912340001@s.whatsapp.net'});
	for (const word of ['+5531999990002', '-+5511912340001', '-other', '553199990002:12@s.whatsapp.net', '\u{202A}+55 31 99999\u{2011}0002\u{202C}']) {
		const {end, stdout, stderr} = await endOf(['list', '--columns', 'name', '--', word], {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stdout, stderr], [0, 'NAME\nold\n', ''], word);
	}
});

test('1: the token of one instance lists that one, whatever was asked for', async () => {
	await using simulator = await simulate({scenario: 'single'});
	const {end, stderr, stdout} = await endOf(['list', '--instance', 'nobody', '--output', 'ndjson'], {of: simulator});
	assert.deepEqual([end, stderr, stdout.split('\n').length], [1, 'ryzetop: There is no instance nobody: the token is that of another one, which is listed.\n', 2]);
});

test('2: misuse is told before anything is asked, and nothing is written', async () => {
	await using simulator = await simulate();
	for (const argv of [['list', '--output', 'xml'], ['list', 'foo:bar'], ['watch', '--interval', '0s'], ['wait'], ['wait', 'shop', '--for', 'conected'], ['list', '--token', 'abc'], ['list', '--instance', ','], ['watch', '--within', '1s']]) {
		const {end, stdout, stderr} = await endOf(argv, {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([end, stdout, stderr.endsWith('Try ryzetop --help.\n')], [2, '', true], argv.join(' '));
	}

	assert.equal(simulator.requests(), 0);
	assert.equal((await runInside(['list'])).code, 2, 'without a token');
});

const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener => (_, response) => {
	response.writeHead(status, headers).end(body);
};

/** Answers of which none is a list. */
const useless: ReadonlyArray<readonly [what: string, listener: RequestListener, words: RegExp]> = [
	['a gateway in trouble', answer(502, '<html>', {'content-type': 'text/html'}), /a gateway answered for the API \(HTTP 502\)/v],
	['a web page', answer(200, '<html></html>'), /a web page came instead of the list/v],
	['half an answer', answer(200, '{"instances": ['), /the answer is no JSON/v],
	['no success', answer(200, '{"success": false, "instances": []}'), /the API said it did not succeed/v],
	['no list', answer(200, '{"success": true}'), /the answer has no list of instances/v],
	['a redirect', answer(302, '', {location: 'https://elsewhere.example/'}), /the server points to elsewhere\.example/v],
	['the rate limit', answer(429, '{"success":false,"error":{"message":"Rate limit exceeded"}}', {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800'}), /It can be asked again in 5m 00s/v],
];

for (const [what, listener, words] of useless) {
	test(`3: ${what} is no usable answer`, async () => {
		await using server = await serve(listener);
		const of = {url: server.url, token: 'the-token'};
		const [listed, checked] = await Promise.all([endOf(['list', '--output', 'json'], {of}), endOf(['check'], {of})]);
		assert.deepEqual([listed.end, listed.stdout], [3, '']);
		assert.match(listed.stderr, words);
		assert.deepEqual([checked.end, checked.stderr], [3, '']);
		assert.match(checked.stdout, /^RYZETOP UNKNOWN: /v);
		assert.match(checked.stdout, words);
	});
}

test('4: a refused token ends every command but check, to which it is UNKNOWN', async () => {
	await using simulator = await simulate();
	for (const argv of commands) {
		const {end, stdout, stderr} = await endOf(argv, {of: {url: simulator.url, token: 'wrong-token'}}); // eslint-disable-line no-await-in-loop -- one after the other
		const isCheck = argv[0] === 'check';
		assert.equal(end, isCheck ? 3 : 4, argv.join(' '));
		assert.match(isCheck ? stdout : stderr, /token refused: the API does not know the token: Invalid token\. Set RYZE_TOKEN/v);
	}
});

test('check: 0, 1, 2 and 3 are its own, and misuse is UNKNOWN on standard output', async () => {
	await using simulator = await simulate({instances: 8});
	simulator.world.add('shop', {state: 'disconnected'});
	simulator.world.add('kiosk', {state: 'loggedout'});
	for (const [argv, end, status] of [
		[['--warning', '2'], 0, 'OK'],
		[[], 1, 'WARNING'],
		[['--critical', '1'], 2, 'CRITICAL'],
		[['--warning', '20%', '--critical', '19%', '--', '-shop'], 0, 'OK'],
		[['--warning', '10%', 'do:pair,ok'], 1, 'WARNING'],
		[['--warning', '5', '--instance', 'nobody'], 3, 'UNKNOWN'],
		[['--warning', 'many'], 3, 'UNKNOWN'],
	] as const) {
		const result = await endOf(['check', ...argv], {of: simulator}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual([result.end, result.stdout.split(':', 1)[0]], [end, `RYZETOP ${status}`], argv.join(' '));
	}
});
