import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openScreen} from '../../helpers/screen.js';
import {untouchedModes, type Modes} from '../../helpers/modes.js';

// The modes after a program printed these sequences.
const readModesAfter = async (sequences: string): Promise<Modes> => {
	await using screen = openScreen('printf', [sequences], {columns: 10, rows: 3});
	await screen.waitForExit();
	return screen.modes();
};

test('each mode a program switches is seen', async () => {
	const cases: ReadonlyArray<readonly [sequences: string, changed: Partial<Modes>]> = [
		['', {}],
		[String.raw`\033[?1049h`, {alternateScreen: true}],
		[String.raw`\033[?25l`, {cursorVisible: false}],
		[String.raw`\033[?2004h`, {bracketedPaste: true}],
		[String.raw`\033[?1000h`, {mouseTracking: 'vt200'}],
		[String.raw`\033[?1003h`, {mouseTracking: 'any'}],
		[String.raw`\033[?1h`, {applicationCursorKeys: true}],
		[String.raw`\033=`, {applicationKeypad: true}],
		[String.raw`\033[?1004h`, {focusReports: true}],
		[String.raw`\033[?2026h`, {synchronizedOutput: true}],
		[String.raw`\033[?7l`, {autoWrap: false}],
		[String.raw`\033[>1u\033[>3u`, {keyboardLevels: 2}],
		[String.raw`\033[>1u\033[>3u\033[<u`, {keyboardLevels: 1}],
		[String.raw`\033[>1u\033[<5u`, {keyboardLevels: 0}],
	];
	const seen = await Promise.all(cases.map(async ([sequences]) => [sequences, await readModesAfter(sequences)]));
	assert.deepEqual(seen, cases.map(([sequences, changed]) => [sequences, {...untouchedModes, ...changed}]));
});

test('several modes in one sequence are all seen', async () => {
	assert.deepEqual(await readModesAfter(String.raw`\033[?1;25;2004l\033[?1;2004h`), {
		...untouchedModes,
		applicationCursorKeys: true,
		bracketedPaste: true,
		cursorVisible: false,
	});
});

test('a soft reset shows the cursor again', async () => {
	assert.deepEqual(await readModesAfter(String.raw`\033[?25l\033[!p`), untouchedModes);
});

test('a full reset leaves a terminal no program has touched', async () => {
	assert.deepEqual(await readModesAfter(String.raw`\033[?1049h\033[?25l\033[?1002h\033[>1u\033c`), untouchedModes);
});
