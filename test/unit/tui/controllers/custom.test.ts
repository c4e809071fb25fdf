import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';
import {bindings} from '../../../../source/core/keymap/bindings.js';
import type {Run} from '../../../../source/core/run/build-run.js';
import type {CustomCommand} from '../../../../source/core/run/custom-command.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import type {ProgramEnd} from '../../../../source/process/children/run-program.js';
import {createTheme} from '../../../../source/tui/components/theme.js';
import {createSession} from '../../../../source/tui/create-session.js';
import {nothingCustom} from '../../../helpers/custom/nothing-custom.js';
import {noon} from '../../../helpers/fleet.js';
import {utc} from '../../../helpers/utc.js';
import {pageText} from '../../../../source/tui/views/page.js';
import {createMonitor} from '../store/monitor.js';

const ended: ProgramEnd = {lines: [sanitize('first'), sanitize('second')], problem: undefined};

/** The keyboard over two instances with one command of one's own on `F9`. */
function createKeys(own: Partial<CustomCommand>, {isReadOnly = false, ending = Promise.resolve(ended)} = {}) {
	const {store, selectors, actions, poll} = createMonitor();
	poll([{name: 'a'}, {name: 'b'}], noon);
	poll([{name: 'a', state: 'disconnected'}, {name: 'b'}], noon + 5000);
	const command: CustomCommand = {
		name: sanitize('note'), where: 'grid', run: ['note', '{name}'], isAsked: false, output: 'notice', ...own,
	};
	const runs: Run[] = [];
	let size = {columns: 80, rows: 24};
	const nothing = () => undefined;
	const {press, paste} = createSession({
		...nothingCustom, store, selectors, actions, theme: createTheme({depth: 'none', isAscii: false}), time: utc, wanted: [], now: () => noon,
		keymap: [...bindings, {
			command: 'command:note', chords: ['f9'], place: command.where === 'shown' ? 'grid' : command.where, does: 'note',
		}],
		customCommands: [command],
		isReadOnly,
		async runProgram(run) {
			runs.push(run);
			return ending;
		},
		pollers: new Map(), size: () => size, redraw: nothing, suspend: nothing, mounted: nothing, past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
		urlOf: () => 'https://ryze.example', copy: nothing, leave: nothing,
	});
	const {view} = store.getState();
	return {
		resize(columns: number, rows: number) {
			size = {columns, rows};
		},
		press, paste, argv: () => runs.map(({argv}) => argv.join(' ')), inputs: () => runs.map(({input}) => input), notice: () => store.getState().view.notice?.text,
		noticeAt(now: number) {
			const {notice} = store.getState().view;
			return notice !== undefined && notice.until > now ? notice.text : undefined;
		},
		page: () => pageText.read(store.getState().view), question: () => store.getState().view.question, overlay: () => store.getState().view.overlay, filter: () => store.getState().view.filter.text, view,
	};
}

test('the key of a command runs it for the selected instance, and its first line is the notice', async () => {
	const {press, argv, notice} = createKeys({});
	press('j');
	press('f9');
	await setImmediate();
	assert.deepEqual([argv(), notice()], [['note b'], 'note: first']);
});

test('a command that asks is run by `y` for the instance that it named, and by no other key', async () => {
	const {press, paste, argv, question} = createKeys({isAsked: true});
	for (const refuse of ['Y', 'n', 'enter', 'esc', 'q', 'ctrl+c']) {
		press('f9');
		assert.deepEqual(question(), {command: 'note', subject: 'a'});
		press(refuse);
		assert.equal(question(), undefined);
	}

	press('f9');
	paste('y');
	assert.deepEqual(argv(), []);
	press('f9');
	press('y');
	assert.deepEqual([argv(), question()], [['note a'], undefined]);
	await setImmediate();
});

test('where the screen has no room for the question nothing is asked and nothing is run, which is said until the next key', async () => {
	const {press, resize, argv, question, noticeAt} = createKeys({isAsked: true});
	for (const [columns, rows] of [[12, 1], [1, 24], [20, 1]] as const) {
		resize(columns, rows);
		press('f9');
		assert.equal(question(), undefined);
		resize(80, 24);
		assert.equal(noticeAt(noon + 600_000), 'note is not run: the screen was too small to ask');
		press('y');
		assert.deepEqual([argv(), noticeAt(noon)], [[], undefined]);
		press('f9');
		resize(columns, rows);
		press('y');
		resize(80, 24);
		assert.deepEqual([argv(), question(), noticeAt(noon + 600_000)], [[], undefined, 'note is not run: its question was out of sight']);
	}

	press('f9');
	press('y');
	assert.deepEqual(argv(), ['note a']);
	await setImmediate();
});

test('a screen that has no room for a grid asks where it has room for the question', async () => {
	const {press, resize, argv, question} = createKeys({isAsked: true});
	for (const [columns, rows] of [[39, 24], [80, 1], [14, 2]] as const) {
		resize(columns, rows);
		press('f9');
		assert.deepEqual(question(), {command: 'note', subject: 'a'});
		press('n');
	}

	press('f9');
	press('y');
	assert.deepEqual(argv(), ['note a']);
	await setImmediate();
});

test('with `--read-only` no command is run', () => {
	const {press, argv, notice} = createKeys({}, {isReadOnly: true});
	press('f9');
	assert.deepEqual([argv(), notice()], [[], 'note is not run: --read-only']);
});

test('what a command printed is a page that is left as the help is', async () => {
	const {press, overlay, page, notice} = createKeys({output: 'page'});
	press('f9');
	await setImmediate();
	assert.deepEqual([overlay(), page().title, page().lines, notice()], ['page', 'note', ['first', 'second'], undefined]);
	press('q');
	assert.equal(overlay(), undefined);
});

test('what a command printed is wrapped once for a width, however often it is scrolled', async () => {
	const {press, page} = createKeys({output: 'page'});
	press('f9');
	await setImmediate();
	const lines = page().wrapped(78);
	press('j');
	press('G');
	assert.equal(page().wrapped(78), lines);
	assert.deepEqual(page().wrapped(3).map(line => line[0]?.text), ['fir', 'st', 'sec', 'ond']);
});

test('a command that failed says so, and one that still runs is not run twice', async () => {
	const {promise, resolve} = Promise.withResolvers<ProgramEnd>();
	const {press, argv, notice} = createKeys({}, {ending: promise});
	press('f9');
	press('f9');
	assert.deepEqual([argv().length, notice()], [1, 'note still runs']);
	resolve({lines: [], problem: 'ended with 3: no such ticket'});
	await setImmediate();
	assert.equal(notice(), 'note ended with 3: no such ticket');
});

test('a page that comes while a person types in a prompt leaves the keys to that', async () => {
	const {press, overlay, filter} = createKeys({output: 'page'});
	press('f9');
	for (const chord of ['/', 'q']) {
		press(chord);
	}

	await setImmediate();
	press('e');
	assert.deepEqual([filter(), overlay()], ['qe', 'page']);
	press('esc');
	press('esc');
	assert.deepEqual([filter(), overlay()], ['', undefined]);
});

test('a command of the events is run for the instance of the line, and one for all once', async () => {
	const events = createKeys({where: 'events'});
	events.press('e');
	events.press('f9');
	assert.deepEqual(events.argv(), ['note a']);
	const all = createKeys({where: 'shown', run: ['note']});
	all.press('f9');
	assert.deepEqual(all.argv(), ['note']);
	assert.deepEqual((JSON.parse(all.inputs()[0] ?? '') as {instances: Array<{name: string}>}).instances.map(({name}) => name), ['a', 'b']);
	await setImmediate();
});
