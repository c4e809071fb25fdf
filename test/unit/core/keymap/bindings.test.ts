import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings, type Chord, type CommandId} from '../../../../source/core/keymap/bindings.js';
import {chordOfSequence} from '../../../../source/core/keymap/chord.js';
import {
	atDigit,
	sectionNumbers,
	sectionOf,
	stateNumbers,
	stateOf,
	stepFrom,
} from '../../../../source/core/keymap/digits.js';
import {hintsAt} from '../../../../source/core/keymap/describe.js';
import {placeTable, viewIds, type FocusedPlace} from '../../../../source/core/keymap/places.js';
import {bindingsAt, resolveChord} from '../../../../source/core/keymap/resolve.js';
import {stateKinds} from '../../../../source/core/instance/instance.js';
import {sectionIds} from '../../../../source/core/sections/sections.js';

const check = (here: FocusedPlace, cases: Readonly<Partial<Record<CommandId, readonly Chord[]>>>) => {
	for (const [command, chords] of Object.entries(cases)) {
		for (const chord of chords) {
			assert.equal(resolveChord(chord, here, bindings), command, `${chord} in the ${here}`);
		}
	}
};

test('no chord is bound twice in one place', () => {
	for (const {place} of placeTable) {
		const chords = bindings.filter(binding => binding.place === place).flatMap(binding => binding.chords);
		assert.deepEqual(chords.filter((chord, index) => chords.indexOf(chord) !== index), [], place);
	}
});

test('every function key that is bound is known by its sequences', () => {
	const bound = bindings.flatMap(({chords}) => chords).filter(chord => /^f\d+$/v.test(chord));
	const known = new Set(Array.from({length: 34}, (_, number) => chordOfSequence({introducer: '[', body: String(number), final: '~'})));
	assert.deepEqual(bound.filter(chord => !known.has(chord)), []);
	assert.ok(bound.length > 0);
});

test('the same keys mean the same everywhere but in the prompt', () => {
	for (const here of viewIds) {
		check(here, {
			'app.abort': ['ctrl+c'], 'app.quit': ['f10'], 'help.toggle': ['?', 'f1'], 'poll.now': ['r'], 'picture.hold': ['p'], 'poll.slower': ['+', '='], 'poll.faster': ['-'], 'events.toggle': ['e'], 'screen.redraw': ['ctrl+l'], 'app.suspend': ['ctrl+z'],
		});
		check(here, {
			'move.up': ['up', 'k'], 'move.down': ['down', 'j'], 'move.page-up': ['pageup', 'ctrl+u', 'ctrl+b'], 'move.page-down': ['pagedown', 'ctrl+d', 'ctrl+f'], 'move.top': ['g', 'home'], 'move.bottom': ['G', 'end'],
		});
	}
});

test('the grid has the keys that people of htop, k9s and lazygit reach for', () => {
	check('grid', {
		'app.back': ['q'], 'detail.open': ['enter', 'right', 'l', 'tab'], 'prompt.open': ['/', 'f4'], 'app.escape': ['esc'], 'sort.open': ['s', 'f6'], 'sort.turn': ['S'], 'filter.1': ['1'], 'filter.5': ['5'], 'filter.all': ['0'], 'filter.trouble': ['!'], 'acknowledge.toggle': [' '], 'acknowledge.shown': ['A'], 'copy.name': ['y'], 'copy.number': ['Y'],
	});
});

test('the detail has its sections, fields and neighbours under the keys', () => {
	check('detail', {
		'section.next': ['tab', 'right', 'l'], 'section.former': ['shift+tab', 'left', 'h'], 'section.1': ['1'], 'section.0': ['0'], 'instance.next': [']', 'J'], 'instance.former': ['[', 'K'], 'secret.reveal': ['x'], 'app.escape': ['esc'], 'app.back': ['q'], 'detail.leave': ['backspace'], 'find.open': ['/'], 'find.next': ['n'], 'find.former': ['N'], 'copy.field': ['y'], 'copy.path': ['Y'],
	});
});

test('the events and the help are left by `q`, `Esc` and Backspace', () => {
	check('events', {
		'event.open': ['enter'], 'copy.line': ['y'], 'prompt.open': ['/'], 'app.escape': ['esc'], 'app.back': ['q'], 'events.leave': ['backspace'], 'events.toggle': ['e'],
	});
	check('help', {
		'help.toggle': ['?', 'f1'], 'help.leave': ['backspace'], 'app.back': ['q'], 'app.escape': ['esc'], 'find.open': ['/'], 'match.next': ['n'], 'match.former': ['N'],
	});
	check('page', {'app.back': ['q'], 'app.escape': ['esc'], 'page.leave': ['backspace']});
});

test('in the prompt all is text but a few keys', () => {
	check('prompt', {
		'prompt.keep': ['enter'], 'prompt.cancel': ['esc', 'ctrl+c'], 'prompt.older': ['up'], 'prompt.newer': ['down'],
	});
	for (const chord of ['q', 'j', '?', ' ', '/', 'x', '1', 'e', 'f1', 'ctrl+u', 'backspace']) {
		assert.equal(resolveChord(chord, 'prompt', bindings), undefined, chord);
	}
});

test('a key that is bound nearer hides the one behind it, in what it does and in the help', () => {
	assert.equal(resolveChord('l', 'events', bindings), 'event.unfold');
	for (const here of [...viewIds, 'prompt'] as const) {
		for (const {command, chords} of bindingsAt(here, bindings)) {
			assert.ok(chords.every(chord => resolveChord(chord, here, bindings) === command), `${command} in the ${here}`);
		}
	}

	assert.equal(resolveChord('unbound', 'grid', bindings), undefined);
});

test('the digits choose the states and the sections in their order', () => {
	assert.deepEqual(stateNumbers.map(digit => stateOf(digit)), stateKinds);
	assert.deepEqual(sectionNumbers.map(digit => sectionOf(digit)), sectionIds.slice(0, sectionNumbers.length));
});

test('a section after the tenth has no digit, and is reached from its neighbours', () => {
	const ids = [...sectionNumbers.map(digit => `of ${digit}`), 'eleventh', 'twelfth'];
	assert.deepEqual(sectionNumbers.map(digit => atDigit(ids, digit)), ids.slice(0, 10));
	assert.equal(atDigit(['only'], '2'), undefined);
	let id = ids[0] ?? '';
	const reached = ids.map(() => {
		id = stepFrom(ids, id, 1);
		return id;
	});
	assert.deepEqual(reached, [...ids.slice(1), ids[0]]);
	assert.deepEqual([stepFrom(ids, 'of 1', -1), stepFrom(ids, 'eleventh', -1), stepFrom(ids, 'twelfth', 1)], ['twelfth', 'of 0', 'of 1']);
});

test('the hints of every place say how to leave it or to go on', () => {
	assert.deepEqual(hintsAt('grid', bindings)[0], {
		key: 'Enter', hint: 'detail', isKept: false,
	});
	assert.ok(hintsAt('detail', bindings).some(({key, hint}) => key === 'q' && hint === 'back'));
	assert.ok(hintsAt('events', bindings).some(({key, hint}) => key === 'Enter' && hint === 'open'));
	assert.deepEqual(hintsAt('prompt', bindings).map(({key, hint, isKept}) => [key, hint, isKept]), [['Enter', 'keep', true], ['Esc', 'cancel', true]]);
	for (const overlay of ['help', 'page'] as const) {
		assert.ok(hintsAt(overlay, bindings).some(({key, hint, isKept}) => key === 'q' && hint === 'back' && isKept), overlay);
	}
});
