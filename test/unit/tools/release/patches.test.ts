import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {build} from 'esbuild';
import {patches} from '../../../../tools/release/patches.js';

for (const {plugin} of patches) {
	test(`the build fails when the patch ${plugin.name} changes nothing`, async () => {
		const building = build({
			stdin: {contents: 'export const lone = true;'}, bundle: true, write: false, logLevel: 'silent', plugins: [plugin],
		});
		await assert.rejects(building, new RegExp(`The patch ${plugin.name} changes nothing`, 'v'));
	});

	test(`the patch ${plugin.name} has a folder of its name`, () => {
		assert.ok(existsSync(new URL(`../../../../tools/release/${plugin.name}/patch.ts`, import.meta.url)));
	});
}
