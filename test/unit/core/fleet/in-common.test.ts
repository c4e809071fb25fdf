import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {describeInCommon, findInCommon} from '../../../../source/core/fleet/why/in-common.js';
import type {Instance} from '../../../../source/core/instance/instance.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {instanceOf} from '../../../helpers/fleet.js';
import {tries} from '../../../helpers/properties/tries.js';

/** An instance with this proxy, Chatwoot and webhook; each is off where it is not named. */
function made({proxy, chatwoot, webhook}: {readonly proxy?: string; readonly chatwoot?: string; readonly webhook?: string} = {}): Instance {
	return instanceOf({
		name: 'n',
		proxy: {enabled: proxy !== undefined, host: proxy ?? null},
		chatwoot: {enabled: chatwoot !== undefined, baseUrl: chatwoot ?? null},
		webhook: {enabled: webhook !== undefined, url: webhook ?? null},
	});
}

/** It has a proxy, which is not used. */
const off = instanceOf({
	name: 'n', proxy: {enabled: false, host: 'br1.example.net'}, chatwoot: {enabled: false}, webhook: {enabled: false},
});

const times = (count: number, instance: Instance): readonly Instance[] => Array.from({length: count}, () => instance);

function said(fallen: readonly Instance[], others: readonly Instance[], {of = fallen.length} = {}): string | undefined {
	const found = runAtOnce(findInCommon({fallen, of, others}));
	return found && describeInCommon(found);
}

const br1 = made({proxy: 'br1.example.net'});
const br2 = made({proxy: 'br2.example.net'});

test('what all of the fallen share and few of the others is told, by the kind of the thing', () => {
	const others = times(6, made({proxy: 'br2.example.net'}));
	assert.equal(said(times(9, br1), others), 'all through proxy br1.example.net');
	assert.equal(said(times(9, made({chatwoot: 'https://cw.example.com:8443/app/'})), others), 'all with Chatwoot cw.example.com');
	assert.equal(said(times(9, made({webhook: 'https://user:pw@Hooks.Example.com/in?token=x'})), others), 'all with webhook hooks.example.com');
	assert.equal(said(times(9, made({webhook: 'http://[2001:db8::1]:8080/in'})), others), 'all with webhook [2001:db8::1]');
});

test('nine in ten of the fallen are enough, and half of the others too many', () => {
	const others = times(5, br2);
	assert.equal(said([...times(28, br1), ...times(3, br2)], others), '28 of 31 through proxy br1.example.net');
	assert.equal(said([...times(27, br1), ...times(4, br2)], others), undefined);
	assert.equal(said(times(9, br1), [...times(4, br1), ...times(5, br2)]), 'all through proxy br1.example.net');
	assert.equal(said(times(9, br1), [...times(5, br1), ...times(5, br2)]), undefined);
});

test('of two things the one is told that sets the fallen apart better', () => {
	const both = made({proxy: 'br1.example.net', webhook: 'https://crm.example.com/'});
	assert.equal(said(times(9, both), [br1, br2, br2]), 'all with webhook crm.example.com');
	assert.equal(said(times(9, both), [br2, br2]), 'all through proxy br1.example.net');
});

test('nothing is told where nobody is left to compare with, nor of what is off, nor of settings that are not known', () => {
	assert.equal(said(times(9, br1), []), undefined);
	assert.equal(said(times(9, off), times(3, br2)), undefined);
	assert.equal(said(times(9, br1), times(3, br2), {of: 12}), undefined, 'three of the fallen have left the list');
	assert.equal(said(times(11, br1), times(3, br2), {of: 12}), '11 of 12 through proxy br1.example.net');
	assert.equal(said(times(9, made({proxy: ' '.repeat(300)})), times(3, br2)), undefined);
});

test('it is what a plain count finds, of any fleet', () => {
	const kinds = [undefined, 'a.example', 'b.example', 'c.example'].flatMap(proxy => [undefined, 'https://w.example/'].map(webhook =>
		({proxy, webhook, instance: made({...proxy !== undefined && {proxy}, ...webhook !== undefined && {webhook}})})));
	const some = fc.array(fc.constantFrom(...kinds), {maxLength: 12});
	fc.assert(fc.property(some, some, (fallen, others) => {
		const found = said(fallen.map(({instance}) => instance), others.map(({instance}) => instance));
		const claims = ['a.example', 'b.example', 'c.example', 'https://w.example/'].map(value => {
			const count = (all: typeof fallen) => all.filter(({proxy, webhook}) => proxy === value || webhook === value).length;
			const words = value.startsWith('https') ? 'with webhook w.example' : `through proxy ${value}`;
			const holds = others.length > 0 && count(fallen) > 0 && count(fallen) * 10 >= fallen.length * 9 && count(others) * 2 < others.length;
			const text = count(fallen) === fallen.length ? `all ${words}` : `${count(fallen)} of ${fallen.length} ${words}`;
			return {text, holds, apart: (count(fallen) / fallen.length) - (count(others) / others.length)};
		}).filter(({holds}) => holds);
		const most = Math.max(...claims.map(({apart}) => apart));
		assert.equal(found, claims.find(({apart}) => apart === most)?.text);
	}), {numRuns: tries(300)});
});
