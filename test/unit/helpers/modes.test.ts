import assert from 'node:assert/strict';
import {test} from 'node:test';
import {untouchedModes, watchModes, type Modes} from '../../helpers/modes.js';
import {openTerminal} from '../../helpers/terminal.js';

/** The modes of a terminal after these sequences were written to it. */
const readModesAfter = async (sequences: string): Promise<Modes> => {
	const terminal = openTerminal(10, 3);
	const readModes = watchModes(terminal);
	const {promise, resolve} = Promise.withResolvers<void>();
	terminal.write(sequences, resolve);
	await promise;
	const modes = readModes();
	terminal.dispose();
	return modes;
};

test('each mode a program switches is seen', async () => {
	const cases: ReadonlyArray<readonly [sequences: string, changed: Partial<Modes>]> = [
		['', {}],
		['\u{1B}[?1049h', {alternateScreen: true}],
		['\u{1B}[?25l', {cursorVisible: false}],
		['\u{1B}[?2004h', {bracketedPaste: true}],
		['\u{1B}[?1000h', {mouseTracking: 'vt200'}],
		['\u{1B}[?1003h', {mouseTracking: 'any'}],
		['\u{1B}[?1h', {applicationCursorKeys: true}],
		['\u{1B}=', {applicationKeypad: true}],
		['\u{1B}[?1004h', {focusReports: true}],
		['\u{1B}[?2026h', {synchronizedOutput: true}],
		['\u{1B}[?7l', {autoWrap: false}],
		['\u{1B}[>1u\u{1B}[>3u', {keyboardLevels: 2}],
		['\u{1B}[>1u\u{1B}[>3u\u{1B}[<u', {keyboardLevels: 1}],
		['\u{1B}[>1u\u{1B}[<5u', {keyboardLevels: 0}],
	];
	const seen = await Promise.all(cases.map(async ([sequences]) => [sequences, await readModesAfter(sequences)]));
	assert.deepEqual(seen, cases.map(([sequences, changed]) => [sequences, {...untouchedModes, ...changed}]));
});

test('several modes in one sequence are all seen', async () => {
	assert.deepEqual(await readModesAfter('\u{1B}[?1;25;2004l\u{1B}[?1;2004h'), {
		...untouchedModes,
		applicationCursorKeys: true,
		bracketedPaste: true,
		cursorVisible: false,
	});
});

test('a soft reset shows the cursor again', async () => {
	assert.deepEqual(await readModesAfter('\u{1B}[?25l\u{1B}[!p'), untouchedModes);
});

test('a full reset leaves a terminal no program has touched', async () => {
	assert.deepEqual(await readModesAfter('\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1002h\u{1B}[>1u\u{1B}c'), untouchedModes);
});
