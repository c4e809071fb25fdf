import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {buildCell} from '../../helpers/cell.js';
import {openScreen, type ScreenOptions} from '../../helpers/screen.js';

const size: ScreenOptions = {columns: 20, rows: 5};

// Print text with the shell's `printf` escapes, then wait for a line from the keyboard.
const print = (text: string, options = size) => openScreen('sh', ['-c', `printf '${text}'; read line`], options);

// Run a script in this very Node.
const runScript = (source: string, options = size) => openScreen(process.execPath, ['-e', source], options);

test('rows are as they stand on the screen, without the blanks at their ends', async () => {
	await using screen = print(String.raw`one  \r\n\r\n  three`);
	await screen.waitFor(({text}) => text().includes('three'), 'the third row');

	assert.deepEqual(screen.lines(), ['one', '', '  three', '', '']);
	assert.equal(screen.text(), 'one\n\n  three');
	assert.deepEqual(screen.cursor(), {row: 2, column: 7, visible: true});
});

test('a row that scrolled out of sight is not on the screen', async () => {
	await using screen = openScreen('sh', ['-c', 'seq 1 7; read line'], size);
	await screen.waitFor(({text}) => text().includes('7'), 'the last number');

	assert.deepEqual(screen.lines(), ['4', '5', '6', '7', '']);
});

test('cells carry colours and styles', async () => {
	await using screen = print(String.raw`\033[1;31ma\033[0;2;7mb\033[0;3;4;9;48;5;200mc\033[0;38;2;1;2;255;8md\033[0m`);
	await screen.waitFor(({text}) => text().includes('d'), 'the last letter');

	assert.deepEqual(screen.cells(0).slice(0, 5), [
		buildCell('a', {bold: true, foreground: 1}),
		buildCell('b', {dim: true, inverse: true}),
		buildCell('c', {
			italic: true,
			underline: true,
			strike: true,
			background: 200,
		}),
		buildCell('d', {foreground: '#0102ff', hidden: true}),
		buildCell(' '),
	]);
	assert.equal(screen.cells(0).length, 20);
	assert.deepEqual(screen.cells(5), []);
	assert.deepEqual(screen.cells(-1), []);
});

test('wide characters, emoji and combining marks take the cells Ink reckons with', async () => {
	const widths = async (text: string) => {
		await using screen = print(`${text}.`);
		await screen.waitFor(page => page.text().includes('.'), 'the full stop');
		return screen.cells(0).slice(0, screen.cursor().column - 1).map(({char, width}) => `${char}:${width}`);
	};

	assert.deepEqual(await widths('漢'), ['漢:2', ':0']);
	assert.deepEqual(await widths('e\u{301}'), ['e\u{301}:1']);
	assert.deepEqual(await widths('❤\u{FE0F}'), ['❤\u{FE0F}:2', ':0']);
	assert.deepEqual(await widths('👍🏽'), ['👍🏽:2', ':0']);
	assert.deepEqual(await widths('👩\u{200D}👧'), ['👩\u{200D}👧:2', ':0']);
	assert.deepEqual(await widths('🇧🇷'), ['🇧🇷:2', ':0']);
	assert.deepEqual(await widths('●◐○✕⚑…▌'), ['●:1', '◐:1', '○:1', '✕:1', '⚑:1', '…:1', '▌:1']);
});

test('the alternate screen is seen coming and going, and the main screen comes back', async () => {
	await using screen = openScreen('sh', ['-c', String.raw`printf 'before\033[?1049h\033[Hinside'; read line; printf '\033[?1049l'; read line`], size);
	await screen.waitFor(({text}) => text().includes('inside'), 'the alternate screen');
	assert.equal(screen.alternate(), true);
	assert.equal(screen.text(), 'inside');

	screen.press('Enter');
	await screen.waitFor(({alternate}) => !alternate(), 'the main screen');
	assert.equal(screen.lines()[0], 'before');
});

test('the title is the one last set, and a pushed one comes back', async () => {
	await using screen = openScreen('sh', ['-c', String.raw`printf '\033]0;mine\007\033[22;0t\033]2;other\007'; read line; printf '\033[23;0t'; read line`], size);
	await screen.waitFor(({title}) => title() === 'other', 'the second title');

	screen.press('Enter');
	await screen.waitFor(({title}) => title() === 'mine', 'the first title');
	assert.equal(screen.bells(), 0);
});

test('the bell is counted', async () => {
	await using screen = print(String.raw`\a\a.`);
	await screen.waitFor(({text}) => text() === '.', 'the full stop');

	assert.equal(screen.bells(), 2);
});

test('keys pressed together arrive in order, as a program reads them', async () => {
	await using screen = runScript(String.raw`
		process.stdin.setRawMode(true).setEncoding('utf8');
		let all = '';
		process.stdin.on('data', data => {
			all += data;
			process.stdout.write('\x1B[H' + Buffer.from(all).toString('hex'));
		});
		process.stdout.write('ready');
	`, {columns: 60, rows: 3});
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	screen.press('j', 'Up', 'Shift+Tab', 'PgDn', 'Ctrl+c', 'ñ');
	screen.write('jjj');
	const expected = ['6a', '1b5b41', '1b5b5a', '1b5b367e', '03', 'c3b1', '6a6a6a'].join('');
	await screen.waitFor(({text}) => text() === expected, `the bytes ${expected}`);
});

test('arrows follow the mode the program asked for', async () => {
	await using screen = openScreen('sh', ['-c', String.raw`printf '\033[?1hready'; read line; printf '%s' "$line" | od -An -c`], {columns: 40, rows: 5});
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	screen.press('Up', 'Enter');
	await screen.waitFor(({text}) => text().includes('033   O   A'), 'an arrow in application mode');
});

test('a key that does not exist is named', async () => {
	await using screen = print('ready');
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	assert.throws(() => {
		screen.press('Entre');
	}, {message: 'There is no key called "Entre".'});
});

test('nobody can type to a program that has ended', async () => {
	await using screen = openScreen('true', [], size);
	await screen.waitForExit();

	assert.throws(() => {
		screen.press('q');
	}, {message: 'The program has ended, so nobody reads the keyboard.'});
});

test('the terminal answers what it is asked', async () => {
	await using screen = runScript(String.raw`
		process.stdin.setRawMode(true).setEncoding('utf8');
		let answers = '';
		process.stdin.on('data', data => {
			answers += data;
			process.stdout.write('\r\x1B[K' + JSON.stringify(answers));
		});
		process.stdout.write('\x1B[2;3H\x1B[6n\x1B[5n\x1B[c');
	`, {columns: 60, rows: 3});

	await screen.waitFor(({lines}) => lines()[1] === String.raw`"\u001b[2;3R\u001b[0n\u001b[?1;2c"`, 'position, status and kind');
});

test('a resize reaches the program and the screen', async () => {
	await using screen = runScript(String.raw`
		const draw = () => process.stdout.write('\x1B[2J\x1B[H' + process.stdout.columns + 'x' + process.stdout.rows);
		process.stdout.on('resize', draw);
		process.stdin.resume();
		draw();
	`);
	await screen.waitFor(({text}) => text() === '20x5', 'the first size');

	screen.resize(31, 7);
	await screen.waitFor(({text}) => text() === '31x7', 'the second size');
	assert.equal(screen.lines().length, 7);
	assert.equal(screen.cells(0).length, 31);
});

test('every byte is counted, and can be had from any byte on', async () => {
	await using screen = print('né');
	await screen.waitFor(({text}) => text() === 'né', 'the text');
	const before = screen.byteCount();
	assert.equal(before, 3);

	screen.write('x');
	await screen.waitFor(({text}) => text() === 'néx', 'the echo');
	assert.equal(screen.bytes(before), 'x');
	assert.equal(screen.bytes(), 'néx');
});

test('the exit code arrives after the last of the output', async () => {
	await using screen = openScreen('sh', ['-c', 'seq 1 20000; exit 7'], size);

	assert.deepEqual(await screen.waitForExit(), {code: 7, signal: undefined});
	assert.equal(screen.lines()[3], '20000');
});

test('a program ended by a signal says which', async () => {
	await using screen = print('ready');
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	screen.kill('SIGINT');
	assert.deepEqual(await screen.waitForExit(), {code: 0, signal: 2});
});

test('a program that ignores the hang-up is killed when the screen is closed', async () => {
	const screen = openScreen('sh', ['-c', 'trap "" HUP; printf ready; while :; do read line; done'], size);
	await screen.waitFor(({text}) => text() === 'ready', 'the program');

	await screen.close();
	assert.deepEqual(await screen.waitForExit(), {code: 0, signal: 9});
});

test('a program starts in a clean environment, with what was added', async () => {
	await using screen = openScreen('env', [], {
		columns: 2000,
		rows: 20,
		cwd: '/',
		env: {extra: 'yes'},
	});
	await screen.waitForExit();

	const names = screen.lines().filter(line => line !== '').map(line => line.split('=', 1).join('')).toSorted();
	assert.deepEqual(names, ['HOME', 'LANG', 'PATH', 'PWD', 'TERM', 'XDG_STATE_HOME', 'extra']);
	assert.ok(screen.lines().includes('TERM=xterm-256color'));
	assert.ok(screen.lines().includes('PWD=/'));
});

test('a program that writes much before it reads gets all that was typed meanwhile', async () => {
	const script = String.raw`stty raw -echo; printf ready; head -c 300000 /dev/zero | tr '\0' x; printf ' %s read' "$(head -c 200000 | wc -c)"`;
	await using screen = openScreen('sh', ['-c', script], size);
	// By the bytes: the word may have scrolled away before it is looked for.
	await screen.waitFor(({bytes}) => bytes().startsWith('ready'), 'the terminal to be raw');
	screen.write('y'.repeat(200_000));
	await screen.waitFor(({text}) => text().replaceAll('\n', '').includes('200000 read'), 'what was read');
});
