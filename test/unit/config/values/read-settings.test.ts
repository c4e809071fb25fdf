import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Arguments} from '../../../../source/cli/arguments.js';
import type {Command} from '../../../../source/cli/option.js';
import {listOptions, type OptionName} from '../../../../source/cli/options.js';
import {validateAll} from '../../../../source/config/validate-all.js';
import {createOptionReader} from '../../../../source/config/values/option-reader.js';
import {readSettings} from '../../../../source/config/values/read-settings.js';

const scenarioNames = ['calm', 'busy'];

const give = (command: Command, values: ReadonlyMap<OptionName, string> = new Map(), switches: readonly OptionName[] = []): Arguments => ({
	command, words: [], values, switches: new Set(switches), problems: [],
});

test('a command has a setting for each option that it takes, and no other', () => {
	for (const command of ['monitor', 'list', 'watch', 'wait', 'check', 'simulate'] as const) {
		for (const owner of ['command', 'account', 'demo'] as const) {
			const settings = readSettings(createOptionReader(give(command), {}), {command, owner, scenarioNames});
			const expected = listOptions()
				.filter(([, {commands, source = 'command'}]) => commands.includes(command) && source === owner)
				.flatMap(([, {setting}]) => setting ?? []);
			assert.deepEqual(Object.keys(settings ?? {}), expected, `${command} ${owner}`);
		}
	}
});

test('a setting that is not given has its default, or what stands for it', () => {
	const reading = createOptionReader(give('watch'), {});
	assert.deepEqual(readSettings(reading, {command: 'watch', owner: 'command'}), {
		names: [], interval: 5000, timeout: 15_000, hasHealth: false, hasInitial: false,
	});
	assert.equal(readSettings(createOptionReader(give('check'), {}), {command: 'check', owner: 'command'})?.critical, undefined);
});

test('there are no settings where one that always has a value could not be read', () => {
	const reading = createOptionReader(give('watch', new Map([['interval', 'soon']])), {});
	assert.equal(readSettings(reading, {command: 'watch', owner: 'command'}), undefined);
	assert.equal(reading.problems().length, 1);
});

test('a switch is on where the command line or the config file says so', () => {
	const reading = createOptionReader(give('watch', new Map(), ['initial']), {});
	assert.equal(readSettings(reading, {command: 'watch', owner: 'command'})?.hasInitial, true);
});

test('the config command reports an invalid value of every option', () => {
	/** Texts that these options refuse; all others refuse a question mark. */
	const invalid: Partial<Record<OptionName, string>> = {
		instance: ',', for: 'conected', 'debug-log': '-', history: '-',
	};
	const parsed = listOptions().filter(([, option]) => option.kind === 'value' && option.setting !== undefined);
	const reading = createOptionReader(give('config', new Map(parsed.map(([name]) => [name, invalid[name] ?? '?']))), {});
	validateAll(reading, give('config'), scenarioNames);
	const reported = new Set(reading.problems().map(problem => problem.split(':', 1)[0]));
	assert.deepEqual(parsed.filter(([name]) => !reported.has(`--${name}`)).map(([name]) => name), []);
});
