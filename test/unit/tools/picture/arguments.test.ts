import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseArguments, type PictureOptions} from '../../../../tools/picture/arguments.js';

const plain: PictureOptions = {
	command: undefined,
	programArguments: [],
	columns: 120,
	rows: 40,
	keys: [],
	waitSeconds: 0,
	theme: 'dark',
	isColourless: false,
	isText: false,
	out: {file: 'a.svg', format: 'svg'},
};

const check = (args: readonly string[], expected: Partial<PictureOptions>) => {
	assert.deepEqual(parseArguments(args), {kind: 'options', options: {...plain, ...expected}});
};

const checkMisuse = (args: readonly string[], problems: readonly string[]) => {
	assert.deepEqual(parseArguments(args), {kind: 'misuse', problems});
};

test('a file is enough to ask for a picture', () => {
	check(['--out', 'a.svg'], {});
	check(['--out', 'b.png'], {out: {file: 'b.png', format: 'png'}});
});

test('text alone needs no file', () => {
	check(['--text'], {isText: true, out: undefined});
});

test('every option is read', () => {
	const flags = ['--no-color', '--text'];
	check(['--out=a.svg', '--size', '80x20', '--keys', ' j  Enter Shift+Tab - ', '--wait', '1.5', '--theme', 'light', ...flags], {
		columns: 80,
		rows: 20,
		keys: ['j', 'Enter', 'Shift+Tab', '-'],
		waitSeconds: 1.5,
		theme: 'light',
		isColourless: true,
		isText: true,
	});
});

test('ryzetop is given its own options, and every argument after two dashes', () => {
	check(['--out', 'a.svg', '--ascii', '--interval', '2s', '--scenario', 'outage', '--', '--sort', 'name', 'state:on', '--out'], {
		programArguments: ['--scenario', 'outage', '--interval', '2s', '--ascii', '--sort', 'name', 'state:on', '--out'],
	});
});

test('another program can be drawn', () => {
	check(['--out', 'a.svg', '--command', 'htop -d 50'], {command: 'htop -d 50'});
});

test('another program is not given the arguments of ryzetop', () => {
	checkMisuse(['--out', 'a.svg', '--command', 'htop', '--ascii'], [
		'--command draws another program, which ryzetop\'s arguments do not reach: --ascii.',
	]);
});

test('every problem is named', () => {
	const values = ['--size', '0x5', '--keys', 'j entre', '--wait', 'long', '--theme', 'pink', '--out', 'a.gif'];
	checkMisuse(['more', '--sise', '3', '--ascii=yes', ...values, '--scenario'], [
		'"more" is no option; arguments for ryzetop go after --.',
		'--sise is no option.',
		'"3" is no option; arguments for ryzetop go after --.',
		'--ascii takes no value.',
		'--scenario needs a value.',
		'--size must be COLUMNSxROWS, from 1x1 to 500x200.',
		'--keys: there is no key called "entre".',
		'--wait must be a number of seconds up to 600.',
		'--theme must be dark or light.',
		'--out must end in .svg or .png.',
	]);
});

test('a picture without a destination is misuse', () => {
	checkMisuse([], ['Without --out or --text there is nothing to do.']);
});

test('a size outside what a screen can have is misuse', () => {
	for (const size of ['80', '80x', 'x20', '501x20', '80x201', '-1x5', '8e1x20', '80x20x3']) {
		checkMisuse(['--text', `--size=${size}`], ['--size must be COLUMNSxROWS, from 1x1 to 500x200.']);
	}
});
