import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {writePast} from '../../helpers/history/write-past.js';
import {run} from '../running.js';

test('report tells of the memory without a token, as a page that is one file, by the days of the time zone', async () => {
	const file = path.join(freshFolder(), 'history.db');
	await writePast({
		file, url: 'https://api.example', until: Date.now() - 1000, instances: [{uid: 'a', name: 'São José & Cia.', down: 5}],
	});
	const {end, stdout, stderr} = await run(['report', '--history', file, '--last', '2d', '--output', 'html'], {env: {TZ: 'America/Sao_Paulo'}});
	assert.deepEqual([end, stderr], [0, '']);
	assert.match(stdout, /<bdi>São José &amp; Cia\.<\/bdi>/v);
	assert.match(stdout, /<svg class="cells"/v);
	assert.match(stdout, / -03:00/v);
	assert.ok(stdout.startsWith('<!DOCTYPE html>') && stdout.endsWith('</html>\n'));
});
