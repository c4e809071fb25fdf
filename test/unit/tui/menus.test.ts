import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseColumns} from '../../../source/core/columns/choose.js';
import {bindKeys} from '../../../source/core/keymap/bind.js';
import {bindings, type Keymap} from '../../../source/core/keymap/bindings.js';
import type {SavedView} from '../../../source/core/view/saved-view.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {createTheme} from '../../../source/tui/components/theme.js';
import {createSession} from '../../../source/tui/create-session.js';
import {nothingCustom} from '../../helpers/custom/nothing-custom.js';
import {noon} from '../../helpers/fleet.js';
import {utc} from '../../helpers/utc.js';
import {createMonitor} from './store/monitor.js';

const two = chooseColumns('name,state');
const savedViews: readonly SavedView[] = [
	{
		name: sanitize('down now'), filter: 'state:down', columns: two.kind === 'ok' ? two.columns : [], sort: {by: 'name', isReversed: true},
	},
	{
		name: sanitize('all 🎉'), filter: '', columns: undefined, sort: undefined,
	},
];

/** The keyboard over three instances, without a screen, with what the open menu shows. */
function openKeys({saved = savedViews, keymap = bindings}: {readonly saved?: readonly SavedView[]; readonly keymap?: Keymap} = {}) {
	const monitor = createMonitor();
	const {store, selectors, actions, poll} = monitor;
	poll([{name: 'a', state: 'disconnected'}, {name: 'b'}, {name: 'c'}], noon);
	const left: number[] = [];
	const copied: string[] = [];
	const ran: string[] = [];
	let size = {columns: 80, rows: 24};
	const nothing = () => undefined;
	const session = createSession({
		...nothingCustom, store, selectors, actions, theme: createTheme({depth: 'none', isAscii: false}), time: utc, wanted: [], now: () => noon, keymap,
		savedViews: saved,
		customCommands: [{
			name: sanitize('note'), where: 'grid', run: ['note'], isAsked: false, output: 'none',
		}],
		async runProgram({argv}) {
			ran.push(argv.join(' '));
			return {lines: [], problem: undefined};
		},
		pollers: new Map(), size: () => size, redraw: nothing, suspend: nothing, mounted: nothing, past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
		urlOf: () => 'https://ryze.example',
		copy(text) {
			copied.push(text);
		},
		leave(code) {
			left.push(code);
		},
	});
	const view = () => store.getState().view;
	const listed = () => session.listMenu(store.getState());
	return {
		...monitor, ...session, view, listed, left, copied, ran,
		press(...chords: readonly string[]) {
			for (const chord of chords) {
				session.press(chord);
			}
		},
		at: () => view().menu?.at,
		labels: () => listed()?.items.map(({label}) => label) ?? [],
		shown: () => selectors.columns(store.getState()).map(({id}) => id),
		resize(columns: number, rows: number) {
			size = {columns, rows};
		},
	};
}

test('the palette does what the key would do: an exact name goes there at once, `:q` quits, and a burst is honoured in order', () => {
	const {type, press, view, left} = openKeys();
	type(':events');
	press('enter');
	assert.deepEqual([view().place, view().menu], ['events', undefined]);
	type(':events');
	press('enter');
	assert.equal(view().place, 'events', 'who is there stays');
	type(':timeline');
	press('enter');
	assert.equal(view().place, 'timeline');
	type(':only disc');
	press('enter');
	assert.equal(view().filter.state, 'disconnected');
	type(':q');
	press('enter');
	assert.deepEqual(left, [0]);
});

test('the palette is there in every place that is not text, and lists the commands of that place with their keys in force', () => {
	const {keymap} = bindKeys([{command: 'events.toggle', chords: ['f5'], at: ''}, {command: 'copy.name', chords: [], at: ''}]);
	const {press, listed, labels} = openKeys({keymap});
	press(':');
	const keys = new Map(listed()?.items.map(({id, right}) => [id, right]));
	assert.deepEqual(['events.toggle', 'copy.name', 'poll.now', 'command:note'].map(id => keys.get(id)), ['F5', '', 'r', '']);
	assert.ok(['view down now', 'view all 🎉', 'sort by name'].every(label => labels().includes(label)));
	press('esc');
	for (const [open, own] of [['enter', 'section.1'], ['f5', 'event.open'], ['?', 'find.open'], ['t', 'span.longer']] as const) {
		press(open, ':');
		assert.ok(listed()?.items.some(({id}) => id === own), own);
		assert.equal(new Set(listed()?.items.map(({id}) => id)).size, listed()?.items.length);
		press('ctrl+c', 'q');
	}
});

test('a menu is left by `Esc` and `Ctrl+C` alone, all else is text or moves, and a paste is text', () => {
	const {press, paste, view, left, listed} = openKeys();
	press(':', ...'q?:', 'tab');
	paste('x\ny');
	assert.deepEqual([view().menu?.prompt.text, left], ['q?:x y', []]);
	press('ctrl+u', 'down', 'ctrl+n', 'up', 'pagedown', 'home', 'end', 'ctrl+p');
	assert.equal(listed()?.menu.index, (listed()?.total ?? 0) - 2);
	press('ctrl+c');
	assert.deepEqual([view().menu, left], [undefined, []]);
	press(':', 'z', 'z', 'z', 'enter');
	assert.deepEqual([view().menu?.prompt.text, view().notice?.text], ['zzz', 'zzz is nothing that can be done here']);
	press('backspace', 'backspace', 'backspace', 'esc');
	assert.equal(view().menu, undefined);
});

test('`s` opens the sorts on the present one, which `Enter` turns round; `S` does so as long as nothing is typed', () => {
	const {press, type, view, at} = openKeys();
	press('s');
	assert.equal(at(), 'sort:health');
	press('S');
	assert.deepEqual([view().sort, view().menu?.id], [{by: 'health', isReversed: true}, 'sort']);
	type('SinSe');
	assert.equal(view().sort.isReversed, false);
	press('backspace', 'backspace');
	type('ce');
	press('enter');
	assert.deepEqual([view().sort, view().menu], [{by: 'since', isReversed: false}, undefined]);
	press('s', 'enter');
	assert.deepEqual(view().sort, {by: 'since', isReversed: true});
	press('>');
	assert.deepEqual(view().sort, {by: 'do', isReversed: false});
	press('<', '<');
	assert.deepEqual(view().sort, {by: 'number', isReversed: false});
});

test('the columns are shown, hidden and moved at once; leaving keeps them, and the line for the config file is copied', () => {
	const {press, type, shown, copied, view, at} = openKeys();
	const usual = shown();
	press('C', ' ', 'down', 'J');
	assert.deepEqual(shown().slice(0, 3), ['number', 'name', 'since']);
	assert.equal(at(), 'column:name');
	press('<', 'up', ' ');
	assert.deepEqual([shown()[0], shown()[1]], ['state', 'name']);
	press('y', 'esc');
	assert.deepEqual([copied, view().menu], [[`columns = [${shown().map(id => `"${id}"`).join(', ')}]`], undefined]);
	press('f2');
	type('proxy');
	assert.deepEqual([view().menu?.prompt.text, copied.length], ['proxy', 1], 'a letter is text where something is typed');
	press('ctrl+u');
	type('reject');
	press(' ', 'ctrl+c');
	assert.equal(shown().at(-1), 'autoRejectCalls');
	press('C', 'ctrl+r');
	assert.deepEqual(shown(), usual);
	press('end', ' ', 'home');
	for (const _ of usual) {
		press(' ', 'down');
	}

	press('end', ' ');
	assert.equal(shown().length, 1);
	assert.equal(view().notice?.text, 'one column stays');
});

test('`v` has the saved views with what each would show now; the one that is taken is marked', () => {
	const {press, type, view, listed, names, poll} = openKeys();
	press('v');
	assert.deepEqual(listed()?.items.map(({mark, label, right}) => [mark, label, right]), [['( )', 'down now', '1'], ['(*)', 'all 🎉', '3']]);
	poll([{name: 'a', state: 'disconnected'}, {name: 'b', state: 'disconnected'}, {name: 'c'}], noon + 5000);
	assert.deepEqual(listed()?.items.map(({right}) => right), ['2', '3']);
	assert.equal(view().menu?.at, 'view:all 🎉', 'the cursor begins on the present one');
	press('up', 'enter');
	assert.deepEqual([names(), view().sort.by, view().columns?.length], [['b', 'a'], 'name', 2]);
	press('v');
	assert.deepEqual(listed()?.items.map(({mark}) => mark), ['(*)', '( )']);
	press('esc', 'e');
	type(':all 🎉');
	press('enter');
	assert.deepEqual([view().place, view().filter.text], ['grid', '']);
});

test('without saved views the menu has the lines that save what is shown, and copies them', () => {
	const {press, listed, copied} = openKeys({saved: []});
	press('1', 's', 'down', 'enter', 'v');
	const lines = ['[[view]]', 'name = "mine"', 'filter = "state:connected"', 'sort = "state"'];
	assert.deepEqual(listed()?.empty.slice(2).map(line => line.map(({text}) => text).join('')), lines);
	press('y', 'enter');
	assert.deepEqual(copied, [`${lines.join('\n')}\n`]);
});

test('while the palette is open polls move no cursor, a held picture stays held, and what has left is not acted on', () => {
	const {press, type, poll, at, view, selected, ran} = openKeys();
	press('p', ':');
	type('copy');
	const before = at();
	poll([{name: 'b', state: 'disconnected'}, {name: 'c'}], noon + 5000);
	assert.deepEqual([at(), view().held?.at, selected()], [before, noon, 'a']);
	press('esc', 'p', ':');
	type('note');
	assert.equal(at(), 'command:note');
	poll([{name: 'c', state: 'loggedout'}], noon + 200_000);
	poll([{name: 'c', state: 'loggedout'}], noon + 400_000);
	press('enter');
	assert.deepEqual([ran, view().notice?.text], [[], 'note: not done, since what was selected has changed']);
	press(':');
	type('note');
	press('enter');
	assert.deepEqual(ran, ['note']);
});

test('a menu that a resize takes out of sight is left before a key means anything in it', () => {
	const {press, resize, view} = openKeys();
	press(':');
	resize(39, 24);
	press('j');
	assert.deepEqual([view().menu, view().place], [undefined, 'grid']);
	press('s');
	resize(80, 24);
	assert.equal(view().menu?.id, 'sort');
});

test('`Tab` in the prompt of a filter completes from the fleet, and in one that looks for a text it does nothing', () => {
	const {press, view, names} = openKeys();
	press('/', ...'state:di', 'tab');
	assert.deepEqual([view().filter.text, names()], ['state:disconnected', ['a']]);
	press('esc', 'enter', '/', ...'na', 'tab');
	assert.equal(view().detail.find, 'na');
});
