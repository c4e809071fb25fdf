import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import test from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {
	isLive,
	rowOf,
	selectedLine,
	watchSimulator,
} from '../watched.js';

/** The names in the grid, from the top. */
const names = (screen: Screen) => screen.lines().slice(3, -1).filter(line => line !== '').map(line => line.slice(2).split(/\s{2,}/v, 2)[1] ?? '');

const position = (screen: Screen) => screen.lines().at(-1)?.split(' ').at(-1) ?? '';

test('the filter works as it is typed, says how many match and what it could not use', async () => {
	await using watched = await watchSimulator({scenario: 'busy', rows: 40, isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('/');
	screen.write('state:disc');
	await screen.waitFor(() => /^ \/state:disc .* 3 of 40$/v.test(screen.lines().at(-1) ?? ''), 'the matches');
	assert.equal(names(screen).length, 3);
	screen.write(' stat:x');
	await screen.waitFor(() => screen.lines().at(-1)?.includes('is it state?') ?? false, 'the ignored term');
	screen.press('Ctrl+w', 'Enter');
	await screen.waitFor(() => screen.lines()[1]?.includes('filter state:disc') ?? false, 'the filter kept');
	assert.match(screen.lines()[1] ?? '', /\(3\)/v);
	assert.match(screen.lines()[0] ?? '', /40$/v);
	screen.press('/', 'Ctrl+u', 'x', 'y', 'Esc');
	await screen.waitFor(() => /filter state:disc .*\n[\s\S]* Enter detail/v.test(screen.text()), 'the former filter');
	screen.press('Esc');
	await screen.waitFor(() => position(screen).endsWith('/40'), 'no filter');
	screen.press('/', 'Up', 'Enter');
	await screen.waitFor(() => !position(screen).endsWith('/40'), 'the filter from the history');
});

test('in the prompt letters are text, a paste is one line, and Ctrl+C leaves the prompt, then quits', async () => {
	await using watched = await watchSimulator({scenario: 'busy'});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('/');
	screen.write('q?rp1');
	screen.write('\u{1B}[200~one\r\ntwo\u{1B}[201~');
	await screen.waitFor(() => screen.lines().at(-1)?.startsWith(' /q?rp1one two') ?? false, 'the text');
	await screen.waitFor(() => screen.text().includes('No instance matches'), 'the words for none');
	screen.press('Ctrl+c');
	await screen.waitFor(() => position(screen).endsWith('/40'), 'the former filter');
	screen.press('Ctrl+c');
	assert.equal((await screen.waitForExit()).code, 130);
});

test('digits and ! show what they say, and go when pressed again', async () => {
	await using watched = await watchSimulator({scenario: 'busy', rows: 50, isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('4');
	await screen.waitFor(() => (screen.lines()[1]?.includes('filter state:loggedout') ?? false) && screen.lines().slice(3, -1).filter(line => line !== '').every(line => line.includes('✕')), 'logged out only');
	screen.press('4');
	await screen.waitFor(() => position(screen).endsWith('/40'), 'all');
	screen.press('!');
	await screen.waitFor(() => !position(screen).endsWith('/40') && screen.lines().slice(3, -1).filter(line => line !== '').every(line => /reconnect|pair|look|!/v.test(line)), 'what has trouble');
	screen.press('0');
	await screen.waitFor(() => position(screen).endsWith('/40'), 'all again');
});

test('a filter with a mistake is named as long as it stands, from the command line and after Enter', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', columns: 80, isStill: true, args: ['state:conected'],
	});
	const {screen} = watched;
	const words = 'no instance has the state conected; did you mean connected?';
	await screen.waitFor(() => screen.lines().slice(2).some(line => line.includes(words)) && !(screen.lines()[1]?.includes(words) ?? true), 'the mistake');
	screen.press('Esc');
	await screen.waitFor(() => !screen.text().includes(words) && position(screen).endsWith('/40'), 'all');
	screen.press('/');
	screen.write('stat:down');
	screen.press('Enter');
	await screen.waitFor(() => screen.lines()[1]?.includes('! stat:down: is it state?') ?? false, 'the other mistake');
});

test('s opens the sorts, of which one is taken by its name, S turns it round, the title shows it', async () => {
	await using watched = await watchSimulator({rows: 30});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('s');
	screen.write('name');
	screen.press('Enter');
	await screen.waitFor(() => (screen.lines()[1]?.includes('sort name') ?? false) && !screen.text().includes('sort by'), 'by name');
	const sorted = names(screen);
	assert.deepEqual(sorted, sorted.toSorted((one, other) => one.localeCompare(other, 'en', {numeric: true})));
	assert.match(screen.lines()[2] ?? '', /NAME ?[↑↓]/v);
	screen.press('S');
	await screen.waitFor(() => names(screen)[0] === sorted.at(-1), 'turned round');
});

test('an acknowledged instance dims, sorts after the others of its kind, and is new trouble when its state changes', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const [first = {name: ''}, second = {name: ''}] = simulator.world.instances();
	simulator.world.set(first.name, {state: 'disconnected'});
	await screen.waitFor(() => names(screen)[0] === first.name.slice(0, names(screen)[0]?.length), 'the first fall');
	simulator.world.set(second.name, {state: 'disconnected'});
	await screen.waitFor(() => rowOf(screen, second.name)?.startsWith('○') ?? false, 'the second fall');
	screen.press('g', 'Space');
	await screen.waitFor(() => names(screen)[1] === second.name, 'the known one after the other');
	const row = screen.lines().findIndex(line => line.includes(` ${second.name} `));
	assert.match(screen.lines()[row] ?? '', /known/v);
	simulator.world.set(second.name, {state: 'loggedout'});
	await screen.waitFor(() => names(screen)[0] === second.name && /logged out .* pair/v.test(screen.lines()[3] ?? ''), 'trouble again');
});

test('events tell what happened, newest first, stand still under a reader, and open their instance', async () => {
	await using watched = await watchSimulator({rows: 20});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const [first = {name: ''}, second = {name: ''}, third = {name: ''}] = simulator.world.instances();
	screen.press('e');
	await screen.waitFor(() => screen.text().includes('Nothing has happened'), 'the empty list');
	simulator.world.set(first.name, {state: 'disconnected'});
	await screen.waitFor(() => screen.text().includes('connected → disconnected'), 'the first event');
	simulator.world.set(second.name, {state: 'loggedout'});
	await screen.waitFor(() => screen.lines()[3]?.includes(second.name) ?? false, 'the second on top');
	screen.press('j');
	await screen.waitFor(() => selectedLine(screen)?.includes(first.name) ?? false, 'the older one selected');
	const line = screen.lines().findIndex(text => text.includes(first.name));
	simulator.world.remove(third.name);
	await screen.waitFor(() => screen.lines()[2]?.includes('newer') ?? false, 'a newer one above');
	assert.equal(screen.lines().findIndex(text => text.includes(first.name)), line);
	screen.press('g');
	await screen.waitFor(() => screen.lines()[3]?.includes('vanished from the list') ?? false, 'the newest');
	screen.press('G', 'Enter');
	await screen.waitFor(() => screen.lines()[2]?.includes(`○ ${first.name}`) ?? false, 'the instance');
	screen.press('q');
	await screen.waitFor(() => screen.lines()[2]?.includes('EVENT') ?? false, 'the events again');
	screen.press('/');
	screen.write('state:loggedout');
	screen.press('Enter');
	await screen.waitFor(() => position(screen) === '1/1', 'the filtered events');
	screen.press('q');
	await screen.waitFor(() => screen.text().includes('STATE'), 'the grid');
});

test('many that fall together are said in one sentence, and ring once', async () => {
	await using watched = await watchSimulator({rows: 30, args: ['--bell']});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const fleet = simulator.world.instances();
	for (const {name} of fleet.slice(0, 6)) {
		simulator.world.set(name, {state: 'disconnected'});
	}

	await screen.waitFor(() => screen.lines()[0]?.includes(`6 of ${fleet.length} fell `) ?? false, 'the sentence');
	await screen.waitFor(() => screen.bells() > 0, 'the bell');
	assert.equal(screen.bells(), 1);
});

test('the title carries the counts, and is given back', async () => {
	await using watched = await watchSimulator({isUnderShell: true});
	const {screen, simulator} = watched;
	await screen.waitFor(() => /●\d+ ryzetop/v.test(screen.title()), 'the title');
	simulator.world.set(simulator.world.instances().at(0)?.name ?? '', {state: 'disconnected'});
	await screen.waitFor(() => screen.title().includes('○1 ryzetop'), 'the new counts');
	screen.press('q');
	await screen.waitForExit();
	assert.ok(screen.bytes().includes('\u{1B}[22;2t'));
	assert.ok(screen.bytes().includes('\u{1B}[23;2t'));
});

test('y copies the name through the terminal and says so', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const [name = ''] = names(screen);
	screen.press('y');
	await screen.waitFor(() => screen.lines().at(-1)?.includes('copied the name') ?? false, 'the notice');
	const [copied = ''] = (screen.bytes().split('\u{1B}]52;c;', 2)[1] ?? '').split('\u{7}', 1);
	assert.ok(Buffer.from(copied, 'base64').toString().startsWith(name.replace('…', '')));
});

test('words on the command line are the filter; columns and sort can be chosen', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', columns: 120, isStill: true, args: ['state:disconnected', '--columns', 'name,business,id', '--sort=-name'],
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	assert.match(screen.lines()[1] ?? '', /sort name . +filter state:disconnected \(3\)/v);
	assert.match(screen.lines()[2] ?? '', /^ +NAME ?[↑↓] +BUSINESS +ID/v);
});
