import assert from 'node:assert/strict';
import test from 'node:test';
import {parseHostNames, parseListen} from '../../../../source/cli/values/listen.js';

test('an address to listen on is an IP address or localhost, with a port', () => {
	for (const [text, value] of [
		['127.0.0.1:10977', {host: '127.0.0.1', port: 10_977, isLoopback: true}],
		['[::1]:0', {host: '::1', port: 0, isLoopback: true}],
		['localhost:80', {host: 'localhost', port: 80, isLoopback: true}],
		['0.0.0.0:10977', {host: '0.0.0.0', port: 10_977, isLoopback: false}],
		['[::]:10977', {host: '::', port: 10_977, isLoopback: false}],
	] as const) {
		assert.deepEqual(parseListen(text), {kind: 'value', value}, text);
	}

	const wrong = ['', '10977', ':10977', '127.0.0.1', '127.0.0.1:65536', '127.0.0.1:-1', '127.0.0.1:x', '1.2.3.400:1', '[::g]:1', '::1:1', 'example.net:1', 'http://127.0.0.1:1'];
	assert.deepEqual(wrong.filter(text => parseListen(text).kind === 'value'), []);
});

test('host names stand without a port', () => {
	assert.deepEqual(parseHostNames('A.example, b'), {kind: 'value', value: ['a.example', 'b']});
	assert.deepEqual(['', ',', 'a:1', 'a/b', '*', 'a b', '-a'].filter(text => parseHostNames(text).kind === 'value'), []);
});
