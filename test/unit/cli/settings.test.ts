import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {memoryCommands, textCommands, type Command} from '../../../source/cli/option.js';
import {listOptions} from '../../../source/cli/options.js';

const source = fileURLToPath(new URL('../../../source/', import.meta.url));

/** The files that use the settings of a command, as patterns. Reading the settings, in `config`, does not count as a use. */
const users: Readonly<Record<Command, readonly string[]>> = {
	monitor: ['commands/monitor.ts', 'commands/visit/*.ts', 'tui/**/*.{ts,tsx}'],
	list: ['commands/list.ts', 'commands/run-text.ts'],
	watch: ['commands/watch.ts', 'commands/run-text.ts'],
	wait: ['commands/wait.ts', 'commands/run-text.ts'],
	check: ['commands/check.ts', 'commands/run-text.ts'],
	events: ['commands/memory/events.ts', 'commands/memory/write-story.ts', 'commands/memory/run-memory.ts'],
	report: ['commands/memory/report.ts', 'commands/memory/report-span.ts', 'commands/memory/run-memory.ts'],
	serve: ['commands/serve/*.ts', 'serve/*.ts'],
	simulate: ['commands/simulate.ts', 'simulator/**/*.ts'],
	config: [],
	completion: [],
	help: [],
};

/** The files that use the settings of a source, whichever command takes them. */
const sourceUsers: Readonly<Record<'account' | 'demo', readonly string[]>> = {account: ['commands/open-source.ts', 'commands/memory/find-history.ts'], demo: ['simulator/**/*.ts']};

test('every option that is a setting is used by the code of each command that takes it', () => {
	const read = new Map([...Object.values(users), ...Object.values(sourceUsers)].map(patterns => [patterns, readProperties(patterns)]));
	const unused = listOptions().flatMap(([name, {setting, commands, source: owner}]) => setting === undefined
		? []
		: commands
			.filter(command => read.get(owner === undefined ? users[command] : sourceUsers[owner])?.has(setting) !== true)
			.map(command => `--${name} of ${command} is read as ${setting}, which nothing uses`));
	assert.deepEqual(unused, []);
});

test('every option that is no setting is looked up by its name', () => {
	const texts = globSync('**/*.ts', {cwd: source}).map(file => readFileSync(path.join(source, file), 'utf8'));
	const unused = listOptions()
		.filter(([name, {setting}]) => setting === undefined && texts.every(text => !new RegExp(String.raw`\.(?:has|get|find)\('${name}'\)`, 'v').test(text)))
		.map(([name]) => `--${name}`);
	assert.deepEqual(unused, []);
});

test('no two options of a command share a setting', () => {
	for (const command of ['monitor', ...textCommands, ...memoryCommands, 'simulate'] as const) {
		const settings = listOptions().filter(([, {commands}]) => commands.includes(command)).flatMap(([, {setting}]) => setting ?? []);
		assert.deepEqual(settings, [...new Set(settings)], command);
	}
});

/** The names of all properties that the files read, by a dot or by taking an object apart. */
function readProperties(patterns: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (node: ts.Node) => {
		if (ts.isPropertyAccessExpression(node)) {
			found.add(node.name.text);
		} else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
			found.add((node.propertyName ?? node.name).getText());
		}

		node.forEachChild(visit);
	};

	for (const file of globSync([...patterns], {cwd: source})) {
		visit(ts.createSourceFile(file, readFileSync(path.join(source, file), 'utf8'), ts.ScriptTarget.Latest, true));
	}

	return found;
}
