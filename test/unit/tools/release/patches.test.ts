import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {build} from 'esbuild';
import {patches} from '../../../../tools/release/patches.js';

type Manifest = {
	readonly version: string;
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly overrides: Readonly<Record<string, string>>;
};

const root = new URL('../../../../', import.meta.url);
const readManifest = (file: string) => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as Manifest;

for (const {plugin} of patches) {
	test(`the build fails when the patch ${plugin.name} changes nothing`, async () => {
		const building = build({
			stdin: {contents: 'export const lone = true;'}, bundle: true, write: false, logLevel: 'silent', plugins: [plugin],
		});
		await assert.rejects(building, new RegExp(`The patch ${plugin.name} changes nothing`, 'v'));
	});

	test(`the patch ${plugin.name} has a folder of its name`, () => {
		assert.ok(existsSync(new URL(`tools/release/${plugin.name}/patch.ts`, root)));
	});
}

test('what a patch rests on is pinned to one version, and that version is installed', () => {
	const {devDependencies, overrides} = readManifest('package.json');
	const packages = [...new Set(patches.flatMap(({restsOn}) => restsOn))];
	assert.deepEqual(packages.toSorted(), ['ink', 'ink-table', 'meow', 'prom-client', 'string-width', 'undici', 'yoga-layout']);
	for (const name of packages) {
		assert.equal((devDependencies[name] ?? overrides[name])?.replace(/^npm:.+@/v, ''), readManifest(`node_modules/${name}/package.json`).version, name);
	}
});
