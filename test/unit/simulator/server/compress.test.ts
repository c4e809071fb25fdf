import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {request} from 'undici';
import type {Simulator} from '../../../../source/simulator/server/server.js';
import {serve} from '../serving.js';

async function fetchBytes({url, accountToken}: Simulator, acceptEncoding: string): Promise<{readonly encoding: unknown; readonly bytes: Uint8Array}> {
	const {headers, body} = await request(`${url}/api/instance/list`, {headers: {token: accountToken, ...(acceptEncoding !== '' && {'accept-encoding': acceptEncoding})}});
	return {encoding: headers['content-encoding'], bytes: await body.bytes()};
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function read({encoding, bytes}: Awaited<ReturnType<typeof fetchBytes>>): string {
	return encoding === 'br' ? decode(brotliDecompressSync(bytes)) : decode(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
}

const cases: ReadonlyArray<readonly [string, string | undefined]> = [
	['gzip', 'gzip'],
	['GZIP;q=0.5', 'gzip'],
	['br', 'br'],
	['gzip, deflate, br', 'br'],
	['br;q=0, gzip', 'gzip'],
	['gzip; q=0.0', undefined],
	['identity', undefined],
	['zstd', undefined],
];

for (const [acceptEncoding, encoding] of cases) {
	test(`Accept-Encoding: ${acceptEncoding} gets ${encoding ?? 'a plain body'}, and the same text`, async () => {
		await using simulator = await serve();
		const plain = await fetchBytes(simulator, '');
		const encoded = await fetchBytes(simulator, acceptEncoding);
		assert.equal(encoded.encoding, encoding);
		assert.equal(read(encoded), read(plain));
	});
}

test('a small body is not compressed', async () => {
	await using simulator = await serve({scenario: 'empty'});
	const {encoding} = await fetchBytes(simulator, 'gzip, br');
	assert.equal(encoding, undefined);
});
