import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {listSayings, listTroubles} from './sayings.js';

const page = readFileSync(new URL('../../../docs/troubleshooting.md', import.meta.url), 'utf8');
const [section = ''] = page.split('\n## What ryzetop cannot mend\n', 1);

/** The messages in the first column of the tables before what cannot be mended. */
const quoted = section.matchAll(/^\| (?<cell>`.*?`) \| /gmv)
	.flatMap(({groups}) => (groups?.cell ?? '').matchAll(/`(?<message>[^`]+)`/gv).map(found => found.groups?.message ?? ''))
	.toArray();

test('every message that the page of troubles explains is one that the program prints', async () => {
	assert.ok(quoted.length > 40);
	const said = [...listTroubles(), ...await listSayings()];
	assert.deepEqual(quoted.filter(message => said.every(line => !line.includes(message))), []);
});

test('every trouble with polling is explained, in the words that the program has for it', () => {
	assert.deepEqual(listTroubles().filter(words => !quoted.includes(words)), []);
});
