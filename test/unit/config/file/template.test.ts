import assert from 'node:assert/strict';
import {test} from 'node:test';
import {writeTemplate} from '../../../../source/config/file/template.js';
import {keyOf, listConfigurable} from '../../../../source/config/file/layer.js';
import {accept} from '../../../../source/core/text/parsed.js';
import {configure} from '../configuring.js';

const lines = writeTemplate().split('\n');
const settings = lines.slice(0, lines.indexOf('#[keys]')).filter(line => /^#[_a-z]+ = /v.test(line)).map(line => line.slice(1));

test('the file that is written for a start changes nothing', async () => {
	const {config} = await configure({toml: writeTemplate(), environment: {RYZE_TOKEN: 'abc'}});
	assert.deepEqual([config.isThere, config.profiles, config.problems, config.warnings], [true, [], [], []]);
	assert.deepEqual(config.layers.map(({texts, switches}) => texts.size + switches.size), [0]);
});

test('it has a line for every option that a file can set, and fits 80 columns', () => {
	const keys = new Set(settings.map(line => line.split(' ', 1)[0]));
	for (const [name] of listConfigurable()) {
		assert.ok(keys.has(keyOf(name)), name);
	}

	assert.ok(keys.has('token_command'));
	assert.deepEqual(lines.filter(line => line.length > 80), []);
});

test('each of its lines holds as it stands once the sign of the comment is taken away', async () => {
	for (const line of settings) {
		const toml = line.startsWith('profile ') ? `${line}\n[profiles.prod]\n` : line;
		// eslint-disable-next-line no-await-in-loop -- one line after the other
		const {config, resolved} = await configure({
			toml,
			command: 'config',
			readTokenFile: async () => ({
				kind: 'text', text: 'abc', sharedMode: undefined, isLasting: true,
			}),
			runTokenCommand: async () => accept('abc'),
		});
		assert.deepEqual([resolved.kind, config.warnings], ['settings', []], line);
	}
});

test('its other tables hold as well', async () => {
	const toml = lines.slice(lines.indexOf('#[keys]'), lines.indexOf('#[profiles.prod]')).filter(line => /^#\S/v.test(line)).map(line => line.slice(1)).join('\n');
	const {resolved} = await configure({toml, environment: {RYZE_TOKEN: 'abc'}});
	assert.deepEqual([resolved.kind, toml.startsWith('[keys]\n')], ['monitor', true]);
});

test('its profile holds as well', async () => {
	const start = lines.indexOf('#[profiles.prod]');
	const toml = lines.slice(start).map(line => line.replace(/^#/v, '')).join('\n');
	const {config, resolved} = await configure({toml, command: 'config', values: {profile: 'prod'}});
	assert.deepEqual([resolved.kind, config.profiles.length, config.warnings], ['settings', 1, []]);
});
