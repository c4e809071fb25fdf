import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseProxy} from '../../../../source/api/proxy/choose-proxy.js';
import type {Environment} from '../../../../source/core/text/environment.js';

const plain = (rest: string) => `http://${rest}`;

const choose = (url: string, environment: Environment) => {
	const choice = chooseProxy(new URL(url), environment);
	return choice.kind === 'proxy' ? choice.url : choice.kind;
};

const proxy = plain('proxy.test:3128/');

test('the variable of the scheme comes before the one for all, and lower case before upper case', () => {
	const cases: ReadonlyArray<readonly [url: string, environment: Environment, expected: string]> = [
		['https://ryze.test', {}, 'none'],
		['https://ryze.test', {HTTPS_PROXY: plain('b'), ALL_PROXY: plain('c'), HTTP_PROXY: plain('d')}, plain('b/')],
		['https://ryze.test', {https_proxy: plain('a'), HTTPS_PROXY: plain('b')}, plain('a/')],
		['https://ryze.test', {https_proxy: '', HTTPS_PROXY: plain('b')}, plain('b/')],
		['https://ryze.test', {HTTP_PROXY: plain('d'), all_proxy: plain('c')}, plain('c/')],
		['https://ryze.test', {HTTP_PROXY: plain('d')}, plain('d/')],
		[plain('ryze.test'), {HTTPS_PROXY: plain('b'), ALL_PROXY: plain('c')}, plain('c/')],
		[plain('ryze.test'), {HTTPS_PROXY: plain('b')}, 'none'],
		[plain('127.0.0.9:8080'), {HTTP_PROXY: 'd'}, 'none'],
	];
	for (const [url, environment, expected] of cases) {
		assert.equal(choose(url, environment), expected, JSON.stringify(environment));
	}
});

test('a proxy without a scheme speaks HTTP, and one that cannot be used is named as that', () => {
	const cases: ReadonlyArray<readonly [address: string, expected: string]> = [
		['proxy.test:3128', proxy],
		[' proxy.test:3128 ', proxy],
		['user:pass@proxy.test:3128', plain('user:pass@proxy.test:3128/')],
		['[::1]:3128', plain('[::1]:3128/')],
		['localhost:3128', plain('localhost:3128/')],
		['https://proxy.test', 'https://proxy.test/'],
		['socks5h://proxy.test:1080', 'socks5://proxy.test:1080'],
		['no address', 'invalid'],
		[plain(''), 'invalid'],
		['ftp://proxy.test', 'invalid'],
		['proxy.test:99999', 'invalid'],
	];
	for (const [address, expected] of cases) {
		assert.equal(choose('https://ryze.test', {HTTPS_PROXY: address}), expected, address);
	}
});

test('hosts that need no proxy are named by name, address, network and port', () => {
	const cases: ReadonlyArray<readonly [list: string, passed: readonly string[], proxied: readonly string[]]> = [
		['*', ['ryze.test', '10.1.2.3', '[fd00::1]'], []],
		['none.test, *', ['ryze.test'], []],
		['ryze.test', ['ryze.test', 'api.ryze.test', 'RYZE.test.', 'ryze.test:8080'], ['notryze.test', 'ryze.test.example']],
		['.ryze.test', ['ryze.test', 'api.ryze.test'], ['notryze.test']],
		['ryze.test.', ['ryze.test', 'api.ryze.test', 'ryze.test.'], []],
		['*.ryze.test', ['api.ryze.test'], ['ryze.test']],
		['a.test ryze.test\tb.test', ['ryze.test', 'a.test', 'b.test'], ['c.test']],
		['ryze.test:8080', ['ryze.test:8080'], ['ryze.test', 'ryze.test:80']],
		['ryze.test:80', ['ryze.test', 'ryze.test:80'], ['ryze.test:8080']],
		['*:8080', ['ryze.test:8080'], ['ryze.test']],
		['10.0.0.0/8', ['10.1.2.3', '10.255.0.1:8080'], ['11.0.0.1', 'ryze.test', '10.0.0.0.test']],
		['10.1.2.3/8', ['10.9.9.9'], ['11.0.0.1']],
		['10.0.0.0/8:8080', ['10.1.2.3:8080'], ['10.1.2.3']],
		['0.0.0.0/0', ['10.1.2.3'], ['ryze.test', '[fd00::1]']],
		['10.1.2.3', ['10.1.2.3', '[::ffff:10.1.2.3]'], ['10.1.2.4', '110.1.2.3']],
		['2.3', [], ['10.1.2.3']],
		['fd00::/8', ['[fd12:3456::1]'], ['[fe80::1]', '10.1.2.3']],
		['[fd00::]/8', ['[fd12:3456::1]'], ['[fe80::1]']],
		['fd00:0:0::1', ['[fd00::1]', '[fd00::1]:8080'], ['[fd00::2]']],
		['[fd00::1]:8080', ['[fd00::1]:8080'], ['[fd00::1]']],
		['10.0.0.0/33,10.0.0.0/x,/8,10.0.0.0/8/8,.,*.', [], ['10.1.2.3', 'ryze.test', '[fd00::1]']],
		['', [], ['ryze.test', '10.1.2.3']],
	];
	for (const [list, passed, proxied] of cases) {
		for (const [hosts, expected] of [[passed, 'none'], [proxied, proxy]] as const) {
			for (const host of hosts) {
				assert.equal(choose(plain(host), {http_proxy: proxy, NO_PROXY: list}), expected, `${list} ${host}`);
			}
		}
	}
});
