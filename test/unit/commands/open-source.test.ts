import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nameAccounts} from '../../../source/commands/open-source.js';
import {configure} from '../config/configuring.js';

test('an account is named by its profile, or else by its host and port', async () => {
	const nameOf = async (toml: string, environment: Readonly<Record<string, string>> = {}) => {
		const {resolved} = await configure({command: 'list', toml, environment: {RYZE_TOKEN: 'abc', ...environment}});
		assert.strictEqual(resolved.kind, 'text', JSON.stringify(resolved));
		return nameAccounts(resolved.options.sources).join(' ');
	};

	assert.equal(await nameOf(''), 'ryzeapi.cloud');
	assert.equal(await nameOf('', {RYZE_URL: 'https://ryze.example:8443/api'}), 'ryze.example:8443');
	assert.equal(await nameOf('profile = "prod"\n[profiles.prod]\nurl = "https://ryze.example:8443"'), 'prod');
});
