import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const unit = fileURLToPath(new URL('../../../docs/ryzetop.service', import.meta.url));
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test('systemd takes the unit as it is', {skip: hasSystemd ? false : 'there is no systemd-analyze here'}, () => {
	const {status, stderr} = spawnSync('systemd-analyze', ['verify', unit], {encoding: 'utf8', timeout: 20_000});
	assert.deepEqual([status, stderr], [0, '']);
});

test('the unit is hardened as far as Node can bear it', () => {
	const lines = new Set(readFileSync(unit, 'utf8').split('\n'));
	const wanted = ['Type=notify', 'NotifyAccess=all', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'StateDirectory=ryzetop', 'LoadCredential=ryze-token:/etc/ryzetop.token'];
	assert.deepEqual(wanted.filter(line => !lines.has(line)), []);
	assert.ok([...lines].every(line => !line.startsWith('MemoryDenyWriteExecute')));
});
