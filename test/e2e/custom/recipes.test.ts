import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	readFileSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {buildRun, buildRunForAll, type RunSubject} from '../../../source/core/run/build-run.js';
import {runProgram} from '../../../source/process/children/run-program.js';
import {instanceOf} from '../../helpers/fleet.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {monitorOf} from '../../unit/config/configuring.js';

const skip = spawnSync('jq', ['--version']).status === 0 ? false : 'needs jq';
const text = readFileSync(fileURLToPath(new URL('../../../docs/recipes.md', import.meta.url)), 'utf8');
const toml = text.matchAll(/```toml\n(?<block>.*?)```/gsv).map(({groups}) => groups?.block ?? '').toArray().join('\n');

const name = '$(touch owned) "a" \'b\'; -x';
const subject: RunSubject = {
	instance: instanceOf({
		name, state: 'disconnected', numberJid: '5511999990004@s.whatsapp.net', webhook: {enabled: true, url: 'https://localhost:8080/hook?x=1'},
	}),
	account: 'prod',
	url: 'https://ryze.example',
	computed: {state: 'disconnected', why: 'down'},
};

/** What every stand-in program is: it writes its name, its arguments and, for the clipboard, its input, a line each. */
const standIn = '#!/bin/sh\n{ echo "program $(basename "$0")"; for word; do printf "<%s>\\n" "$word"; done; case $0 in *xclip) cat; echo;; esac; } >> "$HOME/called"\n';

/** Runs all recipes but that of the terminal, with stand-ins for the programs that would reach beyond this machine. */
async function runRecipes(): Promise<ReadonlyMap<string, {readonly called: string; readonly lines: readonly string[]; readonly problem: string | undefined}>> {
	const {commands} = await monitorOf({toml});
	const results = new Map<string, {called: string; lines: readonly string[]; problem: string | undefined}>();
	const unattended = commands.filter(({output}) => output !== 'terminal');
	for (const command of unattended) {
		const home = freshFolder();
		for (const program of ['xdg-open', 'xclip', 'curl', 'ticket', 'logger']) {
			writeFileSync(path.join(home, program), standIn);
			chmodSync(path.join(home, program), 0o755);
		}

		const built = buildRun(command, subject);
		assert.strictEqual(built.kind, 'value');
		const run = command.where === 'shown' ? buildRunForAll(command, [subject]) : built.value;
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {lines, problem} = await runProgram({
			argv: run.argv, input: run.input, environment: {
				PATH: `${home}:${process.env.PATH ?? ''}`, HOME: home, LC_ALL: 'C.UTF-8', ...run.variables,
			},
		});
		const files = ['called', 'ryzetop-notes.txt'].map(file => path.join(home, file)).filter(file => existsSync(file));
		results.set(command.name, {lines, problem, called: files.map(file => readFileSync(file, 'utf8')).join('')});
		assert.ok(!existsSync('owned') && !existsSync(path.join(home, 'owned')), command.name);
	}

	return results;
}

test('every recipe holds in the config file, and does with a hostile name what it says', {skip}, async () => {
	const results = await runRecipes();
	assert.ok(results.size >= 10);
	assert.deepEqual([...results].filter(([, {problem}]) => problem !== undefined), []);
	const called = (command: string) => results.get(command)?.called;
	assert.equal(called('browser'), 'program xdg-open\n<https://ryze.example>\n');
	assert.equal(called('call'), 'program xdg-open\n<tel:+5511999990004>\n');
	assert.equal(called('ticket'), `program ticket\n<new>\n<--queue>\n<whatsapp>\n<--subject>\n<WhatsApp is down>\n<-->\n<${name}>\n`);
	assert.equal(called('log line'), `program logger\n<-t>\n<ryzetop>\n<-->\n<${name}>\n`);
	assert.match(called('reconnect') ?? '', /<https:\/\/ryze\.example\/api\/instance\/reconnect\/%24\(touch%20owned\)[^\n]*>\n$/v);
	assert.ok(called('note')?.endsWith(` disconnected ${name}\n`));
	const [line = ''] = called('copy the call')?.split('\n').slice(3) ?? [];
	assert.ok(line.startsWith('curl -H "token: $RYZE_TOKEN" \'https://ryze.example/api/instance/list?instanceName=%24(touch%20owned)'), line);
	// Pasted into a shell it is one address.
	assert.equal(spawnSync('sh', ['-c', `set -- ${line}; echo $#`], {encoding: 'utf8'}).stdout, '4\n');
	assert.deepEqual(results.get('list for the chat')?.lines, [`disconnected  ${name}  down`]);
	assert.ok((results.get('json')?.lines.length ?? 0) > 20);
	assert.match(results.get('webhook')?.lines[0] ?? '', /localhost/v);
});
