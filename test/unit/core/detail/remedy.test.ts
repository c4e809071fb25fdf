import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {copyCall, describeRemedy} from '../../../../source/core/detail/remedy.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import type {WireItem} from '../../../helpers/fleet.js';
import {rowOfItem, rowsOf, watch} from '../../../helpers/watch-polls.js';

const api = 'https://ryze.example/base';

const callFor = (item: WireItem) => {
	const copy = copyCall(rowOfItem(item), api);
	return copy.kind === 'text' ? copy.text : copy.why;
};

test('the call that would help is copied without the token, as a line for a shell', () => {
	assert.equal(callFor({name: 'sales-04', state: 'disconnected'}), 'curl -X POST -H "token: $RYZE_TOKEN" https://ryze.example/base/api/instance/reconnect/sales-04');
	assert.equal(callFor({name: 'sales-04', state: 'loggedout'}), 'curl -X GET -H "token: $RYZE_TOKEN" https://ryze.example/base/api/instance/connect/sales-04');
	assert.equal(callFor({name: 'Loja São Paulo', state: 'loggedout'}), 'curl -X GET -H "token: $RYZE_TOKEN" \'https://ryze.example/base/api/instance/connect/Loja%20S%C3%A3o%20Paulo\'');
});

test('of several accounts the line says first whose token it takes, in a command that every shell takes for nothing', () => {
	const copy = copyCall(rowOfItem({name: 'sales-04', state: 'disconnected'}), api, true);
	assert.strictEqual(copy.kind, 'text');
	assert.equal(copy.text, `: 'RYZE_TOKEN is that of test'; ${callFor({name: 'sales-04', state: 'disconnected'})}`);
	const told = execFileSync('sh', ['-c', copy.text.replace('; curl ', String.raw`; printf '%s\n' `)], {env: {RYZE_TOKEN: 'abc'}, encoding: 'utf8'});
	assert.equal(told.split('\n', 4)[3], 'token: abc');
});

test('where no call would help, or its name cannot stand in an address, it is said why', () => {
	for (const item of [{name: 'x', state: 'connected'}, {name: 'x', state: 'connecting'}, {name: 'x', state: 'qr'}]) {
		assert.equal(callFor(item), 'no call of the API would help it', item.state);
	}

	for (const name of ['.', '..', 'half \u{D800}', 'token=hunter2hunter2']) {
		assert.equal(callFor({name, state: 'loggedout'}), 'its name cannot stand in an address', name);
	}

	const [gone] = rowsOf(watch([0, [{name: 'x', state: 'loggedout'}]], [20, []]).inventory);
	assert.equal(gone && copyCall(gone, api).kind, 'none');
});

test('a shell takes the line as one address, whatever stands in the name', () => {
	const names = ['a b', 'a\'b', 'a"b', '$(id)', '`id`', '!!', 'a;b', 'a/b?c#d', '🍕', 'a\nb', '*', '\\', '-rf', 'a&b|c>d', '%2e%2e'];
	for (const name of names) {
		const line = callFor({name, state: 'disconnected'}).replace(/^curl /v, String.raw`printf "%s\n" `);
		const words = execFileSync('sh', ['-c', line], {env: {RYZE_TOKEN: 'abc'}, encoding: 'utf8'}).split('\n');
		assert.equal(words.length, 6, name);
		assert.deepEqual(words.slice(0, 4), ['-X', 'POST', '-H', 'token: abc'], name);
		const {pathname, search, hash} = new URL(words[4] ?? '');
		assert.deepEqual([decodeURIComponent(pathname.slice('/base/api/instance/reconnect/'.length)), search, hash], [name, '', ''], name);
	}
});

test('one line says what an action means and which call takes it, in as many words as there is room for', () => {
	const row = rowOfItem({name: 'sales-04', state: 'loggedout'});
	for (const [width, text] of [
		[200, 'pair: somebody with the phone pairs it anew · c copies GET /api/instance/connect/sales-04'],
		[70, 'pair: somebody with the phone pairs it anew · c copies the call'],
		[50, 'pair: somebody with the phone pairs it anew'],
		[10, 'pair: somebody with the phone pairs it anew'],
	] as const) {
		assert.equal(describeRemedy(row, width, unicodeSymbols, 'c'), text);
	}

	assert.equal(describeRemedy(rowOfItem({name: 'x', state: 'disconnected'}), 200, unicodeSymbols, 'c'), 'reconnect: the session is saved, no phone is needed · c copies POST /api/instance/reconnect/x');
	assert.equal(describeRemedy(rowOfItem({name: 'x', state: 'disconnected'}), 200, unicodeSymbols, undefined), 'reconnect: the session is saved, no phone is needed');
	assert.equal(describeRemedy(rowOfItem({name: 'x', state: 'connecting'}), 200, unicodeSymbols, 'c'), 'wait: it is connecting, for under two minutes');
	assert.equal(describeRemedy(rowOfItem({name: 'x', state: 'qr'}), 200, unicodeSymbols, 'c'), 'look: only RyzeAPI can say what this state needs');
	assert.equal(describeRemedy(rowOfItem({name: 'x'}), 200, unicodeSymbols, 'c'), '');
});
