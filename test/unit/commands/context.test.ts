import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {encodeFor} from '../../../source/commands/context.js';

test('words are ASCII on a terminal whose locale is not UTF-8, and UTF-8 everywhere else', () => {
	const write = (isTTY: boolean, environment: Readonly<Record<string, string>>) => encodeFor(Object.assign(new PassThrough(), {isTTY}), environment)('é ● …');
	for (const environment of [{LANG: 'C'}, {}, {LANG: 'C.UTF-8', LC_ALL: 'pt_BR.ISO-8859-1'}, {LC_ALL: 'POSIX'}, {LC_CTYPE: 'C', LANG: 'C.UTF-8'}]) {
		assert.equal(write(true, environment), 'e ? >');
		assert.equal(write(false, environment), 'é ● …');
	}

	for (const environment of [{LANG: 'C.UTF-8'}, {LC_ALL: 'en_GB.utf8', LANG: 'C'}]) {
		assert.equal(write(true, environment), 'é ● …');
	}
});
