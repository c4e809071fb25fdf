import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const page = fileURLToPath(new URL('../../../dist/ryzetop.1', import.meta.url));
const hasGroff = spawnSync('groff', ['--version']).status === 0;

test('the manual page is built, and a formatter has nothing to say against it', {skip: hasGroff ? false : 'needs groff'}, () => {
	const {stdout, stderr} = spawnSync('groff', ['-man', '-ww', '-Tascii', '-P-cbou', page], {encoding: 'utf8'});
	assert.equal(stderr, '');
	assert.match(stdout, /--token-file FILE/v);
	assert.ok(readFileSync(page, 'utf8').length > 10_000);
});
