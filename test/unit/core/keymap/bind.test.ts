import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindKeys} from '../../../../source/core/keymap/bind.js';
import {bindings, type Chord, type CommandId} from '../../../../source/core/keymap/bindings.js';
import {
	describeKeys,
	describePasteAt,
	hintsAt,
	keyOf,
} from '../../../../source/core/keymap/describe.js';
import {resolveChord} from '../../../../source/core/keymap/resolve.js';

const bind = (wanted: Readonly<Partial<Record<CommandId, readonly Chord[]>>>) => bindKeys(
	Object.entries(wanted).map(([command, chords]) => ({command: command as CommandId, chords, at: `at ${command}`})),
);

test('the rows of one command have the same keys, since they are bound by the command', () => {
	const rows = Map.groupBy(bindings, ({command}) => command);
	assert.deepEqual([...rows].filter(([, [first, ...others]]) => others.some(({chords}) => String(chords) !== String(first?.chords))), []);
});

test('a command has the keys that are wanted for it in all its places, and no others', () => {
	const {keymap, problems} = bind({'prompt.open': ['f3', 'z'], 'sort.open': []});
	assert.deepEqual(problems, []);
	for (const place of ['grid', 'events', 'timeline'] as const) {
		assert.deepEqual([resolveChord('z', place, keymap), resolveChord('/', place, keymap)], ['prompt.open', undefined]);
	}

	assert.equal(resolveChord('s', 'grid', keymap), undefined);
});

test('what is shown of keys is what is in force', () => {
	const {keymap} = bind({'prompt.open': ['F3'.toLowerCase()], 'sort.open': [], 'help.toggle': ['ctrl+g']});
	assert.ok(hintsAt('grid', keymap).some(({key, hint}) => key === 'F3' && hint === 'filter'));
	assert.ok(hintsAt('grid', keymap).every(({hint}) => hint !== 'sort'));
	assert.equal(describePasteAt('grid', keymap), 'pasted text does nothing here; F3 opens a prompt');
	assert.equal(keyOf('sort.open', 'grid', keymap), undefined);
	const help = describeKeys(keymap).flatMap(({keys}) => keys);
	assert.deepEqual(help.filter(({does}) => does === 'help' || does === 'sorts'), [{keys: ['Ctrl+G'], does: 'help'}]);
});

test('two commands on one key in one place are a problem that names both, wherever the two are bound', () => {
	assert.deepEqual(bind({'sort.turn': ['s']}).problems, [
		'at sort.turn: s would be two commands in the grid: "sort.open" (sorts) and "sort.turn" (reverse the order). Take it from one of them.',
	]);
	assert.deepEqual(bind({'events.toggle': ['l']}).problems, [
		'at events.toggle: l would be two commands in the grid: "detail.open" (open the detail) and "events.toggle" (events). Take it from one of them.',
		'at events.toggle: l would be two commands in the detail: "section.next" (next section) and "events.toggle" (events). Take it from one of them.',
		'at events.toggle: l would be two commands in the events: "event.unfold" (unfold, or open) and "events.toggle" (events). Take it from one of them.',
		'at events.toggle: l would be two commands in the timeline: "time.later" (forward) and "events.toggle" (events). Take it from one of them.',
	]);
	assert.deepEqual(bind({'sort.turn': ['s'], 'sort.open': ['S']}).problems, []);
});

test('what hides what in the table may go on doing so, and the timeline hides keys of the grid', () => {
	assert.deepEqual(bind({'time.later': ['right', 'l', 'c'], 'app.back': ['q', 'Q'], 'event.open': ['enter', 'o']}).problems, []);
});

test('Ctrl+C cannot be taken away, and is for nothing else', () => {
	assert.deepEqual(bind({'app.abort': []}).problems, ['at app.abort: Ctrl+C always quits. Leave "ctrl+c" in the list.']);
	assert.deepEqual(bind({'copy.name': ['ctrl+c']}).problems, ['at copy.name: Ctrl+C always quits, and can do nothing else. Take another key.']);
	const {keymap, problems} = bind({'app.abort': ['ctrl+c', 'X']});
	assert.deepEqual([problems, resolveChord('X', 'grid', keymap), resolveChord('X', 'prompt', keymap), resolveChord('ctrl+c', 'prompt', keymap)], [[], 'app.abort', undefined, 'prompt.cancel']);
	const prompt = bind({'prompt.cancel': ['f9']});
	assert.deepEqual([prompt.problems, resolveChord('f9', 'prompt', prompt.keymap), resolveChord('ctrl+c', 'prompt', prompt.keymap)], [[], 'prompt.cancel', 'prompt.cancel']);
	assert.deepEqual(bind({'prompt.cancel': ['esc', 'ctrl+c']}).problems, []);
});

test('a character is text in a prompt, and no command', () => {
	assert.deepEqual(bind({'prompt.keep': ['enter', 'k']}).problems, ['at prompt.keep: "k" is text where one types, and can be no command there.']);
});
