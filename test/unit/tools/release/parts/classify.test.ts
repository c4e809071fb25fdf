import assert from 'node:assert/strict';
import test from 'node:test';
import {classify, joinSmall, type Part} from '../../../../../tools/release/parts/classify.js';

type Given = {readonly loads?: string; readonly lazy?: string};

/** Parts by their names, each with the names of those that it loads, at once and lazily. */
function partsOf(given: Readonly<Record<string, Given>>): ReadonlyMap<string, Part> {
	const listed = (names = '') => names.split(' ').filter(name => name !== '');
	return new Map(Object.entries(given).map(([name, {loads, lazy}]) => [name, {loads: listed(loads), lazy: listed(lazy), exports: []}]));
}

function groupsOf(given: Readonly<Record<string, Given>>): readonly string[] {
	return classify(partsOf(given), 'cli').map(group => group.join(' '));
}

test('what a lazy import loads is one file with it', () => {
	assert.deepEqual(groupsOf({
		cli: {lazy: 'dispatch'}, dispatch: {loads: 'options words'}, options: {loads: 'words'}, words: {},
	}), ['cli', 'dispatch options words']);
});

test('what a later lazy import loads too is in the file of the one that is always there before it', () => {
	assert.deepEqual(groupsOf({
		cli: {lazy: 'dispatch'}, dispatch: {loads: 'words', lazy: 'list monitor'}, list: {loads: 'words client'}, monitor: {loads: 'words client', lazy: 'mount'},
		mount: {loads: 'words'}, words: {}, client: {},
	}), ['cli', 'dispatch words', 'list', 'monitor', 'mount', 'client']);
});

test('a lazy import with two ways to it comes after what is on both of them alone', () => {
	assert.deepEqual(groupsOf({
		cli: {lazy: 'dispatch'}, dispatch: {lazy: 'list monitor'}, list: {loads: 'rows', lazy: 'table'}, monitor: {loads: 'rows', lazy: 'table'}, table: {loads: 'rows lines'},
		rows: {}, lines: {},
	}), ['cli', 'dispatch', 'list', 'monitor', 'table lines', 'rows']);
});

test('no file loads the entry, which waits for all of them', () => {
	assert.deepEqual(groupsOf({cli: {loads: 'helper', lazy: 'dispatch'}, dispatch: {loads: 'helper'}, helper: {}}), ['cli', 'dispatch helper']);
});

test('a small file joins the one that every command loads, unless it brings more with it', () => {
	const parts = partsOf({
		cli: {lazy: 'answer dispatch'}, answer: {loads: 'version'}, dispatch: {loads: 'version', lazy: 'list monitor'},
		list: {loads: 'small large net needsLarge'}, monitor: {loads: 'small large net needsLarge'},
		version: {}, small: {}, large: {}, net: {}, needsLarge: {loads: 'large'},
	});
	const contents = new Map(parts.keys().map(name => [name, {bytes: name === 'large' ? 100_000 : 100, builtins: name === 'net' ? ['net'] : []}]));
	const groups = joinSmall([['cli'], ...parts.keys().filter(name => name !== 'cli').map(name => [name])], parts, {
		usual: ['dispatch'], alone: ['answer'], contents,
	});
	assert.deepEqual(groups.map(group => group.join(' ')), ['cli', 'dispatch small', 'answer', 'list', 'monitor', 'version', 'large', 'net', 'needsLarge']);
});
