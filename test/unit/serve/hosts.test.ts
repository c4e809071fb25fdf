import assert from 'node:assert/strict';
import test from 'node:test';
import {isHostServed} from '../../../source/serve/hosts.js';

const loopback = {isLoopback: true, hostNames: ['ryzetop.example.net', 'münchen.example']};
const elsewhere = {...loopback, isLoopback: false};

test('on loopback only names of this machine are served, and those that people gave', () => {
	const served = ['127.0.0.1:10977', '127.0.0.1', 'localhost:1', 'LOCALHOST', 'localhost.', '[::1]:10977', 'a.localhost', 'ryzetop.example.net:443', 'RYZETOP.example.net', 'xn--mnchen-3ya.example'];
	assert.deepEqual(served.filter(host => !isHostServed(host, loopback)), []);
	const refused = [
		undefined,
		'',
		'evil.example',
		'127.0.0.1.evil.example',
		'localhost.evil.example',
		'192.168.0.1:10977',
		'[::2]',
		'localhost@evil.example',
		'localhost/evil',
		'localhost#',
		'localhost ',
		'x.ryzetop.example.net',
		'a b',
		'::1',
	];
	assert.deepEqual(refused.filter(host => isHostServed(host, loopback)), []);
});

test('elsewhere any address is served, and the names that people gave: a page cannot borrow an address', () => {
	const served = ['192.168.0.1:10977', '[2001:db8::1]:10977', '127.0.0.1', 'ryzetop.example.net'];
	assert.deepEqual(served.filter(host => !isHostServed(host, elsewhere)), []);
	assert.deepEqual([undefined, 'evil.example', 'localhost', 'evil.example:10977'].filter(host => isHostServed(host, elsewhere)), []);
});
