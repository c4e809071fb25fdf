import assert from 'node:assert/strict';
import type {SourceMapPayload} from 'node:module';
import {test} from 'node:test';
import {build} from 'esbuild';
import {traceCrash} from '../../../../tools/release/trace-crash.js';

/** A built file of one line, of which the second line of a source is the end, and its map. */
async function buildSample() {
	const {outputFiles} = await build({
		stdin: {contents: 'export const first = 1;\nexport const second = fail();\n', sourcefile: 'source/sample.js'},
		bundle: true,
		write: false,
		format: 'esm',
		minifyWhitespace: true,
		sourcemap: 'external',
		outdir: 'dist',
	});
	const [map, code] = outputFiles.toSorted((one, other) => Number(other.path.endsWith('.map')) - Number(one.path.endsWith('.map')));
	assert.ok(map !== undefined && code !== undefined);
	return {map: JSON.parse(map.text) as SourceMapPayload, column: code.text.indexOf('fail()') + 1};
}

test('a place in the built program becomes the place in the sources', async () => {
	const {map, column} = await buildSample();
	const place = `file:///home/me/dist/part-AB12.js:1:${column}`;
	const report = `Error: boom\n    at second (${place})\n    at ${place}\n`;
	const asked: string[] = [];
	const traced = traceCrash(report, part => {
		asked.push(part);
		return map;
	});
	assert.equal(traced, 'Error: boom\n    at second (source/sample.js:2:23)\n    at source/sample.js:2:23\n');
	assert.deepEqual(asked, ['part-AB12.js', 'part-AB12.js']);
});

test('a place without a map, and one that is not of the program, stay as they are', () => {
	const report = 'at one (file:///dist/part-AB12.js:1:5)\nat two (node:internal/timers:618:7)\nat three (file:///elsewhere/other.js:1:5)\n';
	assert.equal(traceCrash(report, () => undefined), report);
});
