import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {run} from '../running.js';

/** Nothing listens there. The address of the API is no loopback address, for which no proxy would be asked. */
const nobody = '127.0.0.1:9';
const api = 'https://ryze.invalid';

test('no password of an address that cannot be used is told, wherever it is set', async () => {
	const config = path.join(freshFolder(), 'config.toml');
	writeFileSync(config, `url = "http://[user:hunter2@${nobody}"\n`, {mode: 0o600});
	const env = {RYZE_TOKEN: 'tok-0123456789'};
	const cases = await Promise.all([
		run(['check'], {env: {...env, RYZE_URL: `http://user:hunter2 x@${nobody}`}}),
		run(['check', '--config', config], {env}),
		run(['check', '--url', api], {env: {...env, http_proxy: `http://user:hunter2 x@${nobody}`}}),
		run(['check', '--url', api], {env: {...env, https_proxy: 'user:hunter2@127.0.0.1:port'}}),
	]);
	assert.deepEqual(cases.map(({end, stdout}) => [end, stdout.startsWith('RYZETOP UNKNOWN: ')]), cases.map(() => [3, true]));
	assert.doesNotMatch(cases.map(({stdout, stderr}) => stdout + stderr).join('\n'), /hunter2|tok-/v);
});
