import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import * as v from 'valibot';
import {parse} from 'yaml';
import {parseArguments} from '../../source/cli/parse-arguments.js';

const read = (file: string) => readFileSync(new URL(`../../docs/container/${file}`, import.meta.url), 'utf8');

/** The lines of the Dockerfile by their instruction. */
const instructions = Map.groupBy(read('Dockerfile').split('\n').filter(line => /^[A-Z]+ /v.test(line)), line => line.split(' ', 1)[0] ?? '');
const only = (instruction: string) => {
	const lines = instructions.get(instruction) ?? [];
	assert.equal(lines.length, 1, instruction);
	return (lines[0] ?? '').slice(instruction.length + 1);
};

const words = v.array(v.string());
const listed = (text: string) => v.parse(words, JSON.parse(text));
const manifestSchema = v.object({name: v.string(), engines: v.object({node: v.string()})});
const composeSchema = v.object({
	services: v.object({
		ryzetop: v.object({
			command: words, ports: words, secrets: words, volumes: words, read_only: v.boolean(),
		}),
	}),
	secrets: v.record(v.string(), v.object({file: v.string()})),
	volumes: v.record(v.string(), v.nullable(v.object({}))),
});

test('the image has the tarball of this package, on a Node that it runs on', () => {
	const {name, engines} = v.parse(manifestSchema, JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
	assert.equal(only('COPY'), `${name}-*.tgz /tmp/`);
	const least = Number(/\d+/v.exec(engines.node)?.[0]);
	assert.ok(Number(/^node:(?<major>\d+)-slim$/v.exec(only('FROM'))?.groups?.major) >= least);
});

test('in the image runs a user who is not root, and what keeps the memory is that user\'s', () => {
	assert.equal(only('USER'), 'node');
	assert.ok(instructions.get('ENV')?.includes('ENV XDG_STATE_HOME=/var/lib'));
	assert.match(only('RUN'), /install -d -o node -g node \/var\/lib\/ryzetop$/v);
});

test('the commands of the image and of the compose file are ones that the program takes', () => {
	const {services: {ryzetop}, secrets, volumes} = v.parse(composeSchema, parse(read('compose.yaml')));
	for (const command of [listed(only('CMD')), ryzetop.command]) {
		const parsed = parseArguments(command);
		assert.deepEqual([parsed.problems, parsed.command], [[], 'serve']);
		assert.ok(command.includes('0.0.0.0:10977'));
	}

	assert.deepEqual(listed(only('ENTRYPOINT')), ['ryzetop']);
	// The secret has the name under which the program looks for a token where nothing else gives one.
	assert.deepEqual([ryzetop.secrets, Object.keys(secrets)], [['ryze_token'], ['ryze_token']]);
	assert.ok(readFileSync(new URL('../../source/config/token/find.ts', import.meta.url), 'utf8').includes('\'/run/secrets/ryze_token\''));
	assert.deepEqual(ryzetop.volumes, ['memory:/var/lib/ryzetop']);
	assert.ok(Object.hasOwn(volumes, 'memory') && ryzetop.read_only);
	assert.deepEqual(ryzetop.ports, ['127.0.0.1:10977:10977']);
});
