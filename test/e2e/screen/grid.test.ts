import assert from 'node:assert/strict';
import test from 'node:test';
import {
	isLive,
	rowOf,
	selectedLine,
	serveAgain,
	watchSimulator,
} from '../watched.js';

test('a changed state is on the screen after the next poll, and the worst come first', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const {name} = simulator.world.instances().at(-1) ?? {name: ''};
	assert.match(rowOf(screen, name) ?? '', /^● connected/v);
	simulator.world.set(name, {state: 'disconnected'});
	await screen.waitFor(() => rowOf(screen, name)?.startsWith('○ disconnected') ?? false, 'the changed state');
	assert.match(rowOf(screen, name) ?? '', /<1m\s+reconnect/v);
	assert.equal(screen.lines().findIndex(line => line.includes(` ${name} `)), 3, 'first below the titles');
	assert.match(screen.lines()[0] ?? '', /○ ?1/v);
});

test('the selection stays on its instance while others pass it', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('j', 'j');
	const third = screen.lines()[5]?.slice(2).split(/\s{2,}/v, 2)[1] ?? '';
	await screen.waitFor(() => selectedLine(screen)?.includes(third) ?? false, 'the third row selected');
	const {name} = simulator.world.instances().find(instance => instance.name !== third) ?? {name: ''};
	simulator.world.set(name, {state: 'loggedout'});
	await screen.waitFor(() => rowOf(screen, name)?.startsWith('✕ logged out') ?? false, 'the change');
	assert.ok(selectedLine(screen)?.includes(third));
});

test('keys that come in one burst are all honoured, in order', async () => {
	await using watched = await watchSimulator({scenario: 'busy', isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write('jjjjjkGgjj');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('3/40') ?? false, 'the third of forty');
	screen.write('\u{1B}[B\u{1B}[B\u{1B}OA');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('4/40') ?? false, 'the fourth of forty');
});

test('pasted text is no command', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write(`\u{1B}[200~${'q'.repeat(100_000)}\u{1B}[201~j`);
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'the key after the paste');
	assert.ok(screen.isRunning());
});

test('unknown keys and terminal answers do nothing', async () => {
	await using watched = await watchSimulator();
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.write('\u{1B}[1;5C\u{1B}[24~\u{1B}[I\u{1B}[O\u{1B}[<0;10;10M\u{1B}x%$zZ');
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'the key after them');
});

test('holding stops the picture, counts what waits, and letting go shows it', async () => {
	await using watched = await watchSimulator();
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('p');
	await screen.waitFor(() => screen.text().includes('held 0:00'), 'the picture held');
	const {name} = simulator.world.instances().at(0) ?? {name: ''};
	simulator.world.set(name, {state: 'disconnected'});
	await screen.waitFor(() => screen.text().includes('1 change waiting'), 'the change counted');
	assert.match(rowOf(screen, name) ?? '', /^● connected/v);
	screen.press('p');
	await screen.waitFor(() => rowOf(screen, name)?.startsWith('○ disconnected') ?? false, 'the change shown');
});

test('the shared budget is obeyed before a 429 comes', async () => {
	await using watched = await watchSimulator({rateLimit: 2});
	const {screen} = watched;
	await screen.waitFor(() => screen.text().includes('few calls left'), 'the wait');
	assert.match(screen.lines()[1] ?? '', /live .* few calls left: next at \d\d:\d\d:\d\d/v);
});

test('a server that is gone leaves the rows, dims them and says how old they are; the next answer ends it', async () => {
	await using watched = await watchSimulator({args: ['--timeout', '1s']});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const {name} = simulator.world.instances().at(0) ?? {name: ''};
	await simulator.close();
	await screen.waitFor(() => /unreachable · stale \d+s · the connection was refused · next try in \d+s/v.test(screen.lines()[1] ?? ''), 'the trouble');
	assert.notEqual(rowOf(screen, name), undefined);
	const row = screen.lines().findIndex(line => line.includes(` ${name} `));
	assert.ok(screen.cells(row).slice(0, 30).every(({char, foreground, inverse}) => inverse || foreground !== 'default' || char === ' '));
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key in the stale picture');
	await using again = await serveAgain(simulator);
	await screen.waitFor(isLive, 'the next answer');
	assert.ok(again.requests() > 0);
});

test('help shows every key, closes again, and is reached by F1 too', async () => {
	await using watched = await watchSimulator({columns: 120, rows: 40});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('F1');
	await screen.waitFor(() => screen.text().includes('SIGNS'), 'the help');
	const all = screen.text().replaceAll(/\s+/gv, ' ');
	for (const words of ['Ctrl+F page down', 'l Tab detail', 'show secrets', '+ = - interval', 'Shift+Tab', 'Ctrl+C quit at once']) {
		assert.ok(all.includes(words), words);
	}

	const footer = () => screen.text().trimEnd().split('\n').at(-1)?.trim() ?? '';
	assert.match(footer(), /^\/ find {2}q back/v, 'there is no other page, and nothing is looked for');
	screen.press('/', 'c', 'o', 'p', 'y', 'Enter');
	await screen.waitFor(() => /^\/ find {2}n next {2}N former {2}q back/v.test(footer()), 'the keys of the matches');
	screen.press('Esc');
	await screen.waitFor(() => /^\/ find {2}q back/v.test(footer()), 'the end of the search');
	screen.press('q');
	await screen.waitFor(() => screen.text().includes('STATE'), 'the grid');
	assert.ok(screen.isRunning());
});

test('an instance token shows its one instance in full and says so; q shows its row, and a second one ends the monitor', async () => {
	await using watched = await watchSimulator({scenario: 'single'});
	const {screen} = watched;
	await screen.waitFor(() => isLive(screen) && screen.text().includes('1 Connection'), 'the first answer, and the detail by itself');
	assert.match(screen.lines()[0] ?? '', / instance /v);
	assert.match(screen.lines().at(-1) ?? '', / 1\/1$/v);
	assert.doesNotMatch(screen.lines().at(-1) ?? '', /next instance/v);
	screen.press('q');
	await screen.waitFor(() => selectedLine(screen) !== undefined, 'the grid');
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
});

test('a single name that does not exist is told calmly, and the instance appears once it exists', async () => {
	await using watched = await watchSimulator({args: ['--instance', 'not-yet']});
	const {screen, simulator} = watched;
	await screen.waitFor(() => screen.text().includes('There is no instance named not-yet.'), 'the calm message');
	assert.match(screen.lines()[1] ?? '', /live/v);
	simulator.world.add('not-yet');
	await screen.waitFor(() => rowOf(screen, 'not-yet') !== undefined, 'the instance');
});

test('an account without instances is told in words', async () => {
	await using watched = await watchSimulator({scenario: 'empty'});
	const {screen} = watched;
	await screen.waitFor(() => screen.text().includes('This account has no instances.'), 'the words');
});

test('a refused token keeps the screen up and says what to do', async () => {
	await using watched = await watchSimulator({env: {RYZE_TOKEN: 'wrong-token-4711'}});
	const {screen} = watched;
	await screen.waitFor(() => screen.text().includes('token refused'), 'the refusal');
	assert.match(screen.text(), /Invalid token/v);
	assert.match(screen.text(), /another RYZE_TOKEN/v);
	assert.match(screen.text(), /next try in/iv);
	assert.ok(!screen.bytes().includes('4711'));
	screen.press('q');
	assert.deepEqual(await screen.waitForExit(), {code: 0, signal: undefined});
});

test('without UTF-8 nothing but ASCII is written', async () => {
	await using watched = await watchSimulator({scenario: 'busy', env: {LANG: 'C', LC_ALL: 'C'}});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter', '0', '9', '?', 'q', 'q');
	await screen.waitFor(() => screen.text().includes('STATE'), 'the grid again');
	assert.equal(screen.byteCount(), screen.bytes().length, 'every character is one byte');
	assert.match(screen.text(), /\* connected/v);
});

test('NO_COLOR leaves no colour, but the selection and the states stay plain', async () => {
	await using watched = await watchSimulator({scenario: 'busy', env: {NO_COLOR: '1'}});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const cells = screen.lines().flatMap((_, row) => [...screen.cells(row)]);
	assert.ok(cells.every(({foreground, background}) => foreground === 'default' && background === 'default'));
	assert.notEqual(selectedLine(screen), undefined);
	assert.match(screen.text(), /○ disconnected/v);
});
