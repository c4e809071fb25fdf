import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeUsage} from '../../../source/cli/help.js';
import {describeOverview, overviewCommands} from '../../../source/cli/overview.js';
import {firstRunLines} from '../../../source/cli/first-run.js';
import {checkUsage} from '../../../source/cli/check-usage.js';
import {commandWords} from '../../../source/cli/option.js';
import {commands as commandHelps} from '../../../source/cli/commands.js';
import {shells} from '../../../source/cli/completion/model.js';
import {listOptions} from '../../../source/cli/options.js';
import {tokenVariables} from '../../../source/cli/environment.js';
import type {InstanceEventKind, MonitorEvent} from '../../../source/core/fleet/events.js';
import type {ToldEvent} from '../../../source/core/fleet/memory/tell-events.js';
import {parseArguments} from '../../../source/cli/parse-arguments.js';
import {scenarioNames} from '../../../source/simulator/world/scenarios.js';

const commands = ['monitor', ...commandWords] as const;
const helps = commands.map(command => [command, describeUsage(command, scenarioNames).split('\n')] as const);
const [[, lines]] = helps as [typeof helps[number]];
const overview = describeOverview().split('\n');

test('the help of every command fits 80 columns and ends its lines without blanks', () => {
	for (const [command, shown] of helps) {
		assert.deepEqual(shown.filter(line => line.length > 80 || line !== line.trimEnd()), [], command);
	}
});

test('the first help fits 80×24 with the prompt below it, begins with three examples, and says where the rest is', () => {
	assert.ok(overview.length <= 23, String(overview.length));
	assert.deepEqual(overview.filter(line => line.length > 80 || line !== line.trimEnd()), []);
	assert.deepEqual(overview.slice(7).filter(line => line.startsWith('  ') && !/^ {2}\S+(?: \S+)* {2,}\S/v.test(line)), []);
	assert.deepEqual([overview[2], overview[6]], ['Examples:', '']);
	assert.ok(overview.at(-1)?.includes('ryzetop help all, or man ryzetop'));
	assert.deepEqual(overviewCommands.flat().toSorted(), [...commandWords].toSorted());
});

test('every help begins with examples, before any option', () => {
	for (const [command, shown] of helps) {
		assert.ok(shown.indexOf('Examples:') < 5, command);
		assert.ok(shown.indexOf('Examples:') < shown.findIndex(line => /^ {2}-/v.test(line)), command);
	}
});

test('the help of a command shows the options it takes, and no others', () => {
	for (const [command, shown] of helps) {
		for (const [name, {commands: takers, placeholder, letter, source}] of listOptions()) {
			// What only a demo takes has its line once, in the whole help and in that of `simulate`.
			if (source === 'demo' && !['monitor', 'simulate'].includes(command)) {
				assert.equal(shown.join(' ').includes(`--${name}`), takers.includes(command), `${command} --${name}`);
				continue;
			}

			const written = `  ${letter === undefined ? '' : `-${letter}, `}--${name}`;
			const isShown = shown.some(line => line.startsWith(`${written} ${placeholder}`.trimEnd()) && !/^\S/v.test(line.slice(written.length)));
			assert.equal(isShown, takers.includes(command), `${command} --${name}`);
		}
	}
});

test('an option that differs by command is told in the help of each as it is there', () => {
	const told = (wanted: (typeof commands)[number], option: string) => {
		const shown = describeUsage(wanted, scenarioNames).replaceAll(/\s+/gv, ' ');
		return shown.slice(shown.lastIndexOf(`${option} `)).split(' --', 2)[0];
	};

	assert.equal(told('list', '--output FORMAT'), '--output FORMAT table, json, ndjson, csv or prometheus (default table)');
	assert.ok(told('report', '--output FORMAT')?.startsWith('--output FORMAT table, markdown, csv, json or html (default table)'));
	assert.ok(told('serve', '--rules')?.startsWith('--rules print alert rules for Prometheus, and end'));
	for (const [command, shown] of helps) {
		assert.doesNotMatch(shown.join(' ').replaceAll(/\s+/gv, ' '), /; (?:for|of) (?:list|events|report|serve) /v, command);
	}
});

test('the monitor\'s help names all other commands', () => {
	assert.deepEqual(commands.slice(1).filter(command => lines.every(line => !line.startsWith(`  ${command} `))), []);
});

test('every example is a command line that the parser takes', () => {
	for (const [command, shown] of helps) {
		const examples = shown.slice(shown.indexOf('Examples:') + 1, shown.indexOf('', shown.indexOf('Examples:'))).map(line => /ryzetop(?<words>(?: \S+)*)/v.exec(line)?.groups?.words?.trim().split(' ').filter(word => word !== '') ?? []);
		assert.ok(examples.length > 0, command);
		for (const words of examples) {
			const {problems, values, switches} = parseArguments(words);
			assert.deepEqual([problems, checkUsage({...parseArguments(words), values, switches})], [[], []], words.join(' '));
		}
	}
});

test('the help names the variables, the defaults and the scenarios', () => {
	const text = lines.join(' ').replaceAll(/ +/gv, ' ');
	for (const word of [...tokenVariables, 'RYZE_URL', 'RYZE_BASE', 'RYZE_TOKEN_FILE', 'RYZE_ACCOUNT_TOKEN_FILE', 'default https://ryzeapi.cloud', 'default 5s', 'default 15s', 'default busy', scenarioNames.join(', ')]) {
		assert.ok(text.includes(word), word);
	}
});

test('who has no token reads five lines that fit 80 columns', () => {
	assert.equal(firstRunLines.length, 5);
	assert.deepEqual(firstRunLines.filter(line => line.length > 80), []);
	for (const [index, word] of ['ryzetop --demo', 'export RYZE_TOKEN=', '--token-file', 'export RYZE_URL=', 'ryzetop --help'].entries()) {
		assert.ok(firstRunLines[index]?.includes(word), word);
	}
});

test('the help of watch names every event that it writes', () => {
	const events: Readonly<Record<'present' | InstanceEventKind['kind'] | Exclude<MonitorEvent['kind'], 'instance'>, true>> = {
		present: true, changed: true, appeared: true, vanished: true, returned: true, 'odd-began': true, 'odd-ended': true,
		'trouble-began': true, 'trouble-ended': true, unwatched: true, 'server-restarted': true, 'server-ill': true, 'server-well': true,
	};
	const [, told = ''] = /Events: (?<told>[^.]+)\./v.exec(commandHelps.watch.notes.join('\n')) ?? [];
	assert.deepEqual(told.replace(' (with --initial)', '').split(', '), Object.keys(events));
});

test('the help of events names every event that it tells', () => {
	const events: Readonly<Record<InstanceEventKind['kind'] | Exclude<ToldEvent['event']['kind'], 'instance'>, true>> = {
		changed: true, appeared: true, vanished: true, returned: true, 'odd-began': true, 'odd-ended': true,
		'trouble-began': true, 'trouble-ended': true, unwatched: true, 'server-restarted': true, 'server-ill': true, 'server-well': true, mass: true,
	};
	const [, told = ''] = /Events: (?<told>[^.]+)\./v.exec(commandHelps.events.notes.join('\n')) ?? [];
	assert.deepEqual(told.split(', '), Object.keys(events));
});

test('the help of completion names every shell', () => {
	assert.equal(commandHelps.completion.usage, `ryzetop completion ${shells.join('|')}`);
});
