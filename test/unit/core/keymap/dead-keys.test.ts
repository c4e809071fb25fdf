import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindKeys} from '../../../../source/core/keymap/bind.js';
import {bindings, type Keymap} from '../../../../source/core/keymap/bindings.js';
import {describeDeadKey} from '../../../../source/core/keymap/dead-keys.js';
import {habits} from '../../../../source/core/keymap/habits.js';
import {viewIds, type FocusedPlace} from '../../../../source/core/keymap/places.js';
import {resolveChord} from '../../../../source/core/keymap/resolve.js';

const tell = (chord: string, place: FocusedPlace = 'grid', keymap: Keymap = bindings) => describeDeadKey(chord, place, keymap, '·');

test('a key of another place is told with that place and the way there', () => {
	assert.deepEqual([tell('x'), tell('x', 'timeline'), tell('x', 'help'), tell('6'), tell('s', 'events'), tell('/', 'page'), tell('A', 'events')], [
		'x reveals secrets: in the detail (Enter)',
		'x reveals secrets: in the detail (Enter)',
		'x reveals secrets: in the detail',
		'6 opens a section: in the detail (Enter)',
		's opens the menu of sorts: in the grid (q)',
		'/ filters: in the grid (q)',
		'A acknowledges all shown: in the grid (q)',
	]);
});

test('a habit of another program is told with what comes nearest to it here', () => {
	assert.deepEqual([tell('f9'), tell('d', 'detail'), tell('f5', 'help'), tell('f3'), tell('f3', 'detail'), tell('h'), tell('o', 'events'), tell('u')], [
		'F9: no instance is ended from here · Enter opens the detail · c copies the call that helps',
		'd: no instance is ended from here · c copies the call that helps',
		'F5 does nothing here · r refreshes',
		'F3 does nothing here · / filters',
		'F3 does nothing here · / finds',
		'h does nothing here · ? tells all keys',
		'o does nothing here · Enter opens the instance',
		'u does nothing here · a shows one account alone · / filters',
	]);
});

test('the menus, the palette and what quits are told by their keys, each in its place', () => {
	assert.deepEqual([
		tell('P'),
		tell('m', 'detail'),
		tell(';', 'events'),
		tell('f2', 'detail'),
		tell('v', 'help'),
		tell('<', 'events'),
		tell('ctrl+a'),
		tell('ctrl+a', 'events'),
		tell('ctrl+w'),
		tell('Z', 'timeline'),
		tell('Q', 'detail'),
		tell('ctrl+g'),
		tell('ctrl+g', 'timeline'),
	], [
		'P does nothing here · s opens the menu of sorts',
		'm does nothing here · : lists all that can be done · ? tells all keys',
		'; does nothing here · : lists all that can be done · ? tells all keys',
		'F2 opens the menu of columns: in the grid (q)',
		'v opens the menu of views: in the grid (q)',
		'< sorts by the column beside: in the grid (q)',
		'Ctrl+A does nothing here · A acknowledges all shown · : lists all that can be done',
		'Ctrl+A does nothing here · : lists all that can be done',
		'Ctrl+W does nothing here · C opens the menu of columns',
		'Z does nothing here · p holds the picture',
		'Q does nothing here · F10 quits',
		'Ctrl+G does nothing here · q quits',
		'Ctrl+G does nothing here · q goes back',
	]);
});

test('any other key is told with that of the help', () => {
	assert.deepEqual([tell('z'), tell('alt+x', 'detail'), tell('backspace')], [
		'z does nothing here · ? help', 'Alt+x does nothing here · ? help', 'Backspace does nothing here · ? help',
	]);
});

test('what is told are the keys in force, and none where there is none', () => {
	const {keymap} = bindKeys([
		{command: 'poll.now', chords: ['f12'], at: ''}, {command: 'help.toggle', chords: [], at: ''}, {command: 'detail.open', chords: ['z'], at: ''},
	]);
	assert.deepEqual([tell('f5', 'grid', keymap), tell('v', 'grid', keymap), tell('x', 'grid', keymap)], [
		'F5 does nothing here · F12 refreshes', 'v does nothing here', 'x reveals secrets: in the detail (z)',
	]);
});

test('every habit has an answer of its own in some view where its key is not bound', () => {
	const unanswered = habits.flatMap(({chords}) => chords).filter(chord => viewIds.every(place =>
		resolveChord(chord, place, bindings) !== undefined || tell(chord, place).endsWith('does nothing here · ? help')));
	assert.deepEqual(unanswered, []);
});
