import assert from 'node:assert/strict';
import process from 'node:process';
import test from 'node:test';
import {openScreen} from '../../helpers/screen.js';
import {program} from '../../helpers/program.js';
import {simulate} from '../../helpers/servers/simulate.js';
import {environmentFor} from '../running.js';

/** The exit code of a command, and the lines and bytes it left on a terminal of that width. */
const show = async (argv: readonly string[], of: {readonly url: string; readonly token: string}, columns: number) => {
	const screen = openScreen(process.execPath, [program, ...argv], {columns, rows: 120, env: environmentFor({of})});
	const {code} = await screen.waitForExit();
	const shown = {code, lines: screen.lines().filter(line => line !== ''), bytes: screen.bytes()};
	await screen.close();
	return shown;
};

test('a table fits the terminal, a line for each instance, and so it does with rules', async () => {
	await using simulator = await simulate({scenario: 'busy', instances: 20});
	await Promise.all([30, 80, 120].map(async columns => {
		const [plain, ruled] = await Promise.all([show(['list'], simulator, columns), show(['list', '--rules'], simulator, columns)]);
		assert.deepEqual([plain.code, plain.lines.length], [0, 21], `${columns}`);
		assert.match(plain.lines[0] ?? '', /STATE.+NAME|NAME/v);
		assert.deepEqual([ruled.code, ruled.lines.length], [0, 43], `${columns} with rules`);
		assert.ok(ruled.lines[0]?.startsWith('┌') && ruled.lines[0].endsWith('┐'));
	}));
});

test('secrets on a terminal are warned about', async () => {
	await using simulator = await simulate({instances: 1});
	const {lines} = await show(['list', '--output', 'json', '--show-secrets'], simulator, 100);
	assert.equal(lines[0], 'ryzetop: Secrets stand on this screen now, and in what the terminal keeps of it.');
});
