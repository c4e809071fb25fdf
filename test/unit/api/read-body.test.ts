import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {answering, serve} from '../../helpers/servers/loopback-server.js';
import {
	askRaw,
	askServer,
	clientFor,
	list,
	malformed,
} from './asking.js';

test('a compressed list is decoded, and its size is that on the wire', async () => {
	const gzip = gzipSync(list);
	const gzipped = await askServer(answering(gzip, {'content-encoding': 'gzip'}));
	assert.strictEqual(gzipped.kind, 'ok');
	assert.strictEqual(gzipped.bytes, gzip.byteLength);
	const brotli = brotliCompressSync(list);
	const brotlied = await askServer(answering(brotli, {'content-encoding': 'BR'}));
	assert.strictEqual(brotlied.kind, 'ok');
	assert.strictEqual(brotlied.bytes, brotli.byteLength);
});

test('a body that does not decode is malformed', async () => {
	const gzip = gzipSync(list);
	for (const [body, encoding] of [[gzip.subarray(0, 20), 'gzip'], [list, 'gzip'], [list, 'br'], [list, 'deflate'], [gzip, 'gzip, gzip']] as const) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		assert.deepEqual(await askServer(answering(body, {'content-encoding': encoding})), malformed('encoding'), encoding);
	}
});

test('what is named as an encoding and is no compression changes nothing', async () => {
	for (const encoding of ['utf-8', 'UTF-8', 'none', 'identity', 'identity, none', '8bit', ',']) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {kind} = await askServer(answering(`\r\n${list}`, {'content-encoding': encoding}));
		assert.equal(kind, 'ok', encoding);
	}

	const gzipped = await askServer(answering(gzipSync(list), {'content-encoding': 'utf-8, gzip'}));
	assert.equal(gzipped.kind, 'ok');
	for (const [body, encoding] of [[gzipSync(list), 'aes128gcm'], [gzipSync(list), 'utf-8'], [list, 'zstd']] as const) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		assert.deepEqual(await askServer(answering(body, {'content-encoding': encoding})), malformed('encoding'), encoding);
	}
});

test('a small body that would decode to a huge one is given up at the limit', async () => {
	const zeros = new Uint8Array(5_000_000);
	const limits = {sizeLimit: 1_000_000};
	assert.deepEqual(await askServer(answering(gzipSync(zeros), {'content-encoding': 'gzip'}), limits), malformed('too-large'));
	assert.deepEqual(await askServer(answering(brotliCompressSync(zeros), {'content-encoding': 'br'}), limits), malformed('too-large'));
});

test('an endless body is given up at the limit and its connection is left', async () => {
	await using server = await serve((_, response) => {
		const chunk = new Uint8Array(65_536);
		const pour = () => {
			while (!response.destroyed && response.write(chunk)) {
				// The socket takes more.
			}
		};

		response.on('drain', pour);
		pour();
	});
	const client = clientFor({baseUrl: server.url, sizeLimit: 1_000_000});
	assert.deepEqual(await client.fetchList(new AbortController().signal), malformed('too-large'));
	await server.isLeft();
	await client.close();
});

test('a list of exactly the limit is read', async () => {
	const {kind} = await askServer(answering(list), {sizeLimit: list.length});
	assert.equal(kind, 'ok');
	assert.deepEqual(await askServer(answering(list), {sizeLimit: list.length - 1}), malformed('too-large'));
});

test('a refusal whose body breaks off is still a refusal', async () => {
	const outcome = await askRaw('HTTP/1.1 401 Unauthorized\r\ncontent-length: 1000\r\n\r\n{"succ');
	assert.equal(outcome.kind, 'unauthorized');
});
