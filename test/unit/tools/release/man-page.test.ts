import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {commandWords} from '../../../../source/cli/option.js';
import {listOptions} from '../../../../source/cli/options.js';
import {filterFields} from '../../../../source/core/filter/fields.js';
import {tokenVariables} from '../../../../source/cli/environment.js';
import {writeManPage} from '../../../../tools/release/man-page.js';

const page = writeManPage('1.2.3', ['calm', 'busy']);
const lines = page.trimEnd().split('\n');
const has = (term: string) => lines.some(line => line.startsWith(String.raw`\fB`) && line.includes(term.replaceAll('-', String.raw`\-`)));

test('the manual page has every command, option and filter field', () => {
	for (const name of [...commandWords, ...listOptions().map(([option]) => `--${option}`), ...Object.entries(filterFields).map(([key, {name = key}]) => name)]) {
		assert.ok(has(name), name);
	}

	assert.match(page, /^\.TH RYZETOP 1 "" "ryzetop 1\.2\.3" /v);
	assert.match(page, /calm, busy/v);
});

test('the manual page has no line that a formatter would take for a request, and no sign that is not ASCII', () => {
	const requests = lines.filter(line => /^['.]/v.test(line)).map(line => line.split(' ', 1)[0]);
	assert.deepEqual(new Set(requests), new Set(['.TH', '.SH', '.br', '.PP', '.TP', '.IP', '.SS']));
	assert.deepEqual(lines.filter(line => line === '' || !/^[\u{20}-\u{7E}]+$/v.test(line)), []);
});

test('every variable that the program and its commands know has a line, under a heading of its own', () => {
	const [, section = ''] = page.split('.SH ENVIRONMENT\n', 2);
	const variables = [...tokenVariables, ...listOptions().flatMap(([, {environment}]) => environment ?? []), 'NO_COLOR', 'XDG_CONFIG_HOME', 'RYZETOP_NAME'];
	assert.deepEqual(variables.filter(name => !section.split('.SH ', 1)[0]?.includes(name)), []);
});

test('the package names its manual page in a list, since npm links no other', () => {
	const {man, files} = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {man: unknown; files: readonly string[]};
	assert.deepEqual(man, ['./dist/ryzetop.1']);
	assert.ok(files.includes('dist/ryzetop.1'));
});
