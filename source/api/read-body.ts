import {brotliDecompress, gunzip, type CompressCallback} from 'node:zlib';
import type {UnreachableReason} from '../core/outcome.js';
import {codeOf, unreachableReason} from './failure.js';

/** The body of an answer, decoded, with how many bytes it took on the wire; or why there is none. */
export type Body =
	| {readonly kind: 'whole'; readonly content: Uint8Array; readonly bytes: number}
	| {readonly kind: 'too-large'}
	| {readonly kind: 'encoding'}
	| {readonly kind: 'broken'; readonly reason: UnreachableReason};

/** `encoding` is the answer's `Content-Encoding`. `sizeLimit` holds for the wire's bytes and for the decoded ones, `timeLimit` in milliseconds for the body as a whole. */
export type BodyLimits = {
	readonly encoding: string | undefined;
	readonly sizeLimit: number;
	readonly timeLimit: number;
	readonly now: () => number;
};

/**
Reads a body to its end, within its limits, and decodes it. It never rejects.

The time is checked as chunks arrive, so that a process that was stopped for a while does not take the pause for a slow server.
*/
export async function readBody(stream: AsyncIterable<Uint8Array>, {encoding, sizeLimit, timeLimit, now}: BodyLimits): Promise<Body> {
	const began = now();
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of stream) {
			bytes += chunk.byteLength;
			if (bytes > sizeLimit) {
				return {kind: 'too-large'};
			}

			if (now() - began > timeLimit) {
				return {kind: 'broken', reason: 'body-timeout'};
			}

			chunks.push(chunk);
		}
	} catch (error) {
		return {kind: 'broken', reason: unreachableReason(error)};
	}

	const decoded = await decode(join(chunks, bytes), encoding?.trim().toLowerCase() ?? '', sizeLimit);
	return decoded instanceof Uint8Array ? {kind: 'whole', content: decoded, bytes} : {kind: decoded};
}

/** A large body is decompressed in large pieces, in one if its size is told: each of them is a turn of the loop and a buffer to be joined with the others. */
const smallBody = 64 * 1024;
const largePiece = 1024 * 1024;

/** No format that is asked for makes more of a byte (RFC 1951: 258 bytes of two bits). */
const mostOfByte = 1032;

/** How large the pieces are to be. The last four bytes of gzip are the size of the content (RFC 1952, section 2.3.1), if they tell the truth. */
function pieceSize(bytes: Uint8Array, encoding: string, sizeLimit: number): number {
	const size = encoding.endsWith('gzip') ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.byteLength - 4, true) + 1 : largePiece;
	return Math.max(smallBody, Math.min(size, sizeLimit, bytes.byteLength * mostOfByte));
}

type Decompressed = Uint8Array | 'too-large' | 'encoding';

/** Only what was asked for is decoded; any other encoding is an error of the server. */
async function decode(bytes: Uint8Array, encoding: string, sizeLimit: number): Promise<Decompressed> {
	// A gateway may name the encoding of a body it does not have.
	if (bytes.byteLength === 0) {
		return bytes;
	}

	const options = {maxOutputLength: sizeLimit, ...bytes.byteLength > smallBody && {chunkSize: pieceSize(bytes, encoding, sizeLimit)}};
	switch (encoding) {
		case '':
		case 'identity': {
			return bytes;
		}

		case 'gzip':
		case 'x-gzip': {
			return settle(done => {
				gunzip(bytes, options, done);
			});
		}

		case 'br': {
			return settle(done => {
				brotliDecompress(bytes, options, done);
			});
		}

		default: {
			return 'encoding';
		}
	}
}

async function settle(start: (done: CompressCallback) => void): Promise<Decompressed> {
	const {promise, resolve} = Promise.withResolvers<Decompressed>();
	start((error, result) => {
		resolve(error ? (codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'encoding') : result);
	});
	return promise;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		whole.set(chunk, offset);
		offset += chunk.byteLength;
	}

	return whole;
}
