import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chooseColumns} from '../../../source/core/columns/choose.js';
import {bindings, type Keymap} from '../../../source/core/keymap/bindings.js';
import {viewIds, type FocusedPlace} from '../../../source/core/keymap/places.js';
import {bindingsAt} from '../../../source/core/keymap/resolve.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {layoutHelp} from '../../../source/core/view/help/layout-help.js';
import {shownView} from '../../../source/core/view/view-state.js';
import type {SavedView} from '../../../source/core/view/saved-view.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createTheme} from '../../../source/tui/components/theme.js';
import {createSession} from '../../../source/tui/create-session.js';
import {views} from '../../../source/tui/views/views.js';
import {nothingCustom} from '../../helpers/custom/nothing-custom.js';
import {utc} from '../../helpers/utc.js';
import {noon} from '../../helpers/fleet.js';
import {createMonitor} from './store/monitor.js';

/** The keyboard over two instances, without a screen. */
function createKeys(saved: readonly SavedView[] = [], keymap: Keymap = bindings) {
	const {store, selectors, actions, poll} = createMonitor();
	poll([{name: 'a'}, {name: 'b'}], noon);
	poll([{name: 'a', state: 'disconnected'}, {name: 'b'}], noon + 5000);
	const left: number[] = [];
	const copied: string[] = [];
	const nothing = () => undefined;
	let touches = 0;
	const {press, paste} = createSession({
		store, selectors, actions, theme: createTheme({depth: 'none', isAscii: false}), time: utc, ...nothingCustom, keymap, savedViews: saved, wanted: [], now: () => noon,
		pollers: new Map(), size: () => ({columns: 80, rows: 24}), redraw: nothing, suspend: nothing, mounted: nothing, past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
		urlOf: () => 'https://ryze.example',
		copy(text) {
			copied.push(text);
		},
		leave(code) {
			left.push(code);
		},
		touched() {
			touches++;
		},
	});
	return {
		press, poll, selected: () => selectors.selected(store.getState())?.tracked.instance.name,
		paste, touches: () => touches, left, copied, shown: () => shownView(store.getState().view), hasPrompt: () => store.getState().view.prompt !== undefined,
		own: () => store.getState().view.own, state: () => store.getState(), notice: () => store.getState().view.notice?.text, view: () => store.getState().view,
		columns: () => selectors.fitted(store.getState(), 80).map(({column}) => column.id),
		names: () => selectors.rows(store.getState()).map(row => row.tracked.instance.name),
	};
}

/** The keys that lead from one view to another, by the other. */
function doorsFrom(here: FocusedPlace): ReadonlyMap<string, string> {
	return new Map(bindingsAt(here, bindings).flatMap(({chords}) => chords).flatMap(chord => {
		const {press, shown} = createKeys();
		press(chord);
		return shown() === here ? [] : [[shown(), chord] as const];
	}));
}

test('a key that changes nothing of the text that is looked for leaves the page where it is', () => {
	const {press, state} = createKeys();
	for (const chord of ['enter', '1', '/', 'p', 'enter', '1', '/']) {
		press(chord);
	}

	const {detail} = state().view;
	press('ctrl+l');
	press('left');
	assert.deepEqual(state().view.detail, detail);
	press('r');
	assert.notDeepEqual(state().view.detail, detail);
});

test('every key and every paste is told to what watches the keyboard, whether it does something or not', () => {
	const {press, paste, touches} = createKeys();
	press('j');
	press('f12');
	paste('text');
	assert.equal(touches(), 3);
});

test('every view but the page of a command is opened by a key, and left by `q` and by `Esc`, one view after the other', () => {
	const doors = doorsFrom('grid');
	assert.deepEqual([...doors.keys(), 'grid', 'page'].toSorted(), Object.keys(views).toSorted());
	for (const [view, door] of doors) {
		for (const exit of ['q', 'esc']) {
			const {press, left, shown} = createKeys();
			press(door);
			assert.equal(shown(), view);
			press(exit);
			assert.deepEqual([shown(), left], ['grid', []], `${exit} in the ${view}`);
		}
	}
});

test('a view has a key for its prompt, and one that copies, where it has the one or the other', () => {
	for (const [view, door] of [['grid', ''], ...doorsFrom('grid')] as const) {
		const {press, shown, hasPrompt, copied} = createKeys();
		press(door);
		press('y');
		press('/');
		const described = Object.entries(views).find(([id]) => id === shown())?.[1];
		assert.deepEqual([shown(), hasPrompt(), copied.length], [view, described?.prompt !== undefined, described?.copy === undefined ? 0 : 1]);
	}
});

test('in the grid and in the detail `c` copies the call that would help', () => {
	const {press, copied} = createKeys();
	press('c');
	press('enter');
	press('c');
	const call = 'curl -X POST -H "token: $RYZE_TOKEN" https://ryze.example/api/instance/reconnect/a';
	assert.deepEqual(copied, [call, call]);
	press(']');
	press('c');
	assert.equal(copied.length, 2, 'nothing would help one that is fine');
});

test('from the grid `q` quits, and `Esc` does not', () => {
	const {press, left} = createKeys();
	press('esc');
	assert.deepEqual(left, []);
	press('q');
	assert.deepEqual(left, [0]);
});

test('the help goes back to the view that it was opened from', () => {
	const {press, shown} = createKeys();
	for (const chord of ['e', '?', 'q']) {
		press(chord);
	}

	assert.equal(shown(), 'events');
});

test('every view goes back to the one that it was opened from, and the detail to its instance', () => {
	const walks: ReadonlyArray<readonly [keys: string, ...shown: readonly string[]]> = [
		['enter e', 'events', 'detail', 'grid'],
		['enter t', 'timeline', 'detail', 'grid'],
		['enter ? e', 'events', 'help', 'detail', 'grid'],
		['enter t e', 'events', 'timeline', 'detail', 'grid'],
		['e enter', 'detail', 'events', 'grid'],
		['e t enter', 'detail', 'timeline', 'events', 'grid'],
		['t e enter ?', 'help', 'detail', 'events', 'timeline', 'grid'],
		['e ?', 'help', 'events', 'grid'],
		// A key of a view that is open below goes back to it.
		['e ? e', 'events', 'grid'],
		['e t e', 'events', 'grid'],
		['enter e e', 'detail', 'grid'],
		['j enter e enter', 'detail', 'events', 'detail', 'grid'],
		['e enter e enter e', 'events', 'grid'],
	];
	for (const exit of ['q', 'esc', 'backspace']) {
		for (const [keys, ...expected] of walks) {
			const {press, shown, left} = createKeys();
			for (const chord of keys.split(' ')) {
				press(chord);
			}

			const seen = [shown()];
			while (shown() !== 'grid' && seen.length < 9) {
				press(exit);
				seen.push(shown());
			}

			assert.deepEqual([seen, left], [expected, []], `${keys}, then ${exit}`);
		}
	}

	const {press, view, selected} = createKeys();
	for (const chord of ['j', 'enter', '4', 'j', 'e']) {
		press(chord);
	}

	const {detail} = view();
	const names = ['enter', 'q', 'q', 'q'].map(chord => {
		press(chord);
		return [selected(), view().place];
	});
	assert.deepEqual(names, [['a', 'detail'], ['a', 'events'], ['b', 'detail'], ['b', 'grid']]);
	assert.deepEqual([view().detail.section, view().detail.field], [detail.section, detail.field]);
});

test('a detail that one goes back to still shows its instance where that has left the list meanwhile', () => {
	const {press, poll, selected, view} = createKeys();
	for (const chord of ['j', 'enter', 'e']) {
		press(chord);
	}

	poll([{name: 'a'}], noon + 10_000);
	poll([{name: 'a'}], noon + 80_000);
	press('q');
	assert.deepEqual([view().place, selected(), view().kept?.tracked.lastSeen?.at], ['detail', 'b', noon + 5000]);
	press('q');
	assert.deepEqual([view().place, selected()], ['grid', 'a']);
});

test('the help begins at its top each time it is opened', () => {
	const {press, own} = createKeys();
	press('?');
	press('G');
	assert.notEqual(own().help, undefined);
	press('q');
	press('?');
	assert.equal(own().help, undefined);
});

test('in the help `/` searches, `n` and `N` walk the matches round, and `Esc` ends the search before it closes', () => {
	const {press, shown, state, notice} = createKeys();
	const help = () => state().view.own.help?.value;
	const type = (...chords: readonly string[]) => {
		for (const chord of chords) {
			press(chord);
		}
	};

	type('?', 'n');
	assert.equal(notice(), 'nothing is looked for yet: / begins');
	const {found} = layoutHelp({
		size: {columns: 80, rows: 24}, here: 'grid', symbols: unicodeSymbols, keymap: bindings, find: 'copy',
	});
	assert.ok(found.length > 2);
	type('/', 'c', 'o', 'p', 'y', 'enter');
	const last = found.at(-1) ?? 0;
	const at = (line: number | undefined) => {
		const value = help();
		assert.ok(typeof value === 'object' && value !== null && 'at' in value && 'from' in value && typeof value.from === 'number');
		assert.equal(value.at, line);
		assert.ok(line === undefined || (line >= value.from && line < value.from + 21), 'the match is in sight');
	};

	at(found[0]);
	type('n');
	at(found[1]);
	type('N', 'N');
	at(last);
	type('n');
	at(found[0]);
	type('esc');
	at(undefined);
	assert.equal(shown(), 'help');
	type('/', 'z', 'z', 'z', 'enter', 'n');
	assert.equal(notice(), 'zzz is not in the help');
	type('esc', 'esc');
	assert.equal(shown(), 'grid');
});

test('a search in the help that is cancelled leaves it where it was', () => {
	const {press, state} = createKeys();
	for (const chord of ['?', 'j', '/', 'f', 'l', 'a', 'p', 's', 'esc']) {
		press(chord);
	}

	assert.deepEqual(state().view.own.help?.value, {
		from: 1, find: '', at: undefined, before: 1,
	});
});

test('a command is in one view at most', () => {
	const own = Object.values(views).flatMap(({commands}) => Object.keys(commands ?? {}));
	assert.deepEqual(own, [...new Set(own)]);
	assert.ok(own.length > 0);
});

test('nothing asks for the name of the view that is open: what differs between views is in the object or the row of each', () => {
	const root = fileURLToPath(new URL('../../../source/', import.meta.url));
	const asks = new RegExp(String.raw`\b(?:place|origin|overlay|view|here|shownView\([^\)]*\)) [!=]== '(?:${viewIds.join('|')})'`, 'v');
	const asking = globSync('**/*.{ts,tsx}', {cwd: root}).filter(file => asks.test(readFileSync(`${root}${file}`, 'utf8')));
	assert.deepEqual(asking, []);
	assert.match('if (view.place === \'detail\') {', asks);
});

test('the key of a saved view shows its filter alone, with its columns and its sort; what it does not name stays', () => {
	const chosen = chooseColumns('name,state');
	assert.strictEqual(chosen.kind, 'ok');
	const saved: readonly SavedView[] = [
		{
			name: sanitize('down'), filter: 'state:down', columns: chosen.columns, sort: {by: 'name', isReversed: true},
		},
		{
			name: sanitize('all'), filter: '', columns: undefined, sort: undefined,
		},
	];
	const {press, view, columns, names} = createKeys(saved, [...bindings, ...saved.map(({name}, index) => ({
		command: `view:${name}` as const, chords: [`f${index + 7}`], place: 'grid' as const, does: name,
	}))]);
	press('!');
	press('f7');
	assert.deepEqual([names(), columns(), view().sort, view().filter.isTroubleOnly], [['a'], ['name', 'state'], {by: 'name', isReversed: true}, false]);
	press('f8');
	assert.deepEqual([names(), columns(), view().sort.by], [['b', 'a'], ['name', 'state'], 'name']);
});
