import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {foreignVariables} from '../../../source/process/foreign-variables.js';
import {program} from '../../helpers/program.js';
import {drawWith, strangers} from '../drawn-with.js';

/** The variables that the program itself goes by, or gives its libraries to go by. */
const meant = [
	'FORCE_COLOR',
	'HTTPS_PROXY',
	'HTTP_PROXY',
	'LANG',
	'LC_ALL',
	'LC_CTYPE',
	'NODE_DISABLE_COMPILE_CACHE',
	'NODE_ENV',
	'NO_COLOR',
	'NO_PROXY',
	'TERM',
	'TERM_PROGRAM',
	'TMUX',
	'XDG_CONFIG_HOME',
	'XDG_STATE_HOME',
	'http_proxy',
	'https_proxy',
	'no_proxy',
];

/** Those by which libraries guess colours, whose guess is not asked for, and the one by which they tell what they do. */
const unheeded = ['AGENT_NAME', 'CI', 'CI_NAME', 'COLORTERM', 'NODE_DEBUG', 'TEAMCITY_VERSION', 'TERM_PROGRAM_VERSION', 'TF_BUILD'];

test('the bundle reads no variable but those that the program means, takes away or does not heed', () => {
	const texts = globSync(path.join(path.dirname(program), '*.js')).map(file => readFileSync(file, 'utf8'));
	const patterns = [/\b(?:env|environment)\.(?<name>[A-Z_a-z]\w+)/gv, /\benv\[["'](?<name>\w+)["']\]/gv, /["'](?<name>\w+)["']\s?in env\b/gv];
	const read = texts.flatMap(text => patterns.flatMap(pattern => text.matchAll(pattern).map(({groups}) => groups?.name ?? '').toArray()));
	assert.ok(read.includes('TERM'));
	const known = new Set<string>([...meant, ...unheeded, ...foreignVariables]);
	assert.deepEqual([...new Set(read)].filter(name => !known.has(name)), []);
});

test('no variable that is meant for other programs changes the picture', async () => {
	assert.deepEqual(await drawWith(strangers.join(' ')), await drawWith(''));
});
