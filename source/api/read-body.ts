import {createBrotliDecompress, createGunzip} from 'node:zlib';
import type {UnreachableReason} from '../core/polling/outcome.js';
import {unreachableReason} from './connection-error.js';
import type {BodyBuffer} from './json/body-buffers.js';

/** The body of an answer, decoded, with how many bytes it took on the wire; or why there is none. The content lies in the room that was given for it. */
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
export async function readBody(stream: AsyncIterable<Uint8Array>, buffer: BodyBuffer, {encoding, sizeLimit, timeLimit, now}: BodyLimits): Promise<Body> {
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

	// A gateway may name the encoding of a body it does not have.
	const decoder = bytes === 0 ? chunks : decode(chunks, encoding?.trim().toLowerCase() ?? '');
	const problem = decoder === undefined ? 'encoding' : await moveInto(buffer, decoder, sizeLimit);
	return problem === undefined ? {kind: 'whole', content: buffer.content(), bytes} : {kind: problem};
}

/** Fewer pieces are fewer turns of the loop; larger ones are dearer to throw away. */
const pieceSize = 128 * 1024;

/** The content in pieces. Only what was asked for is decoded; any other encoding is an error of the server. */
function decode(chunks: readonly Uint8Array[], encoding: string): Iterable<Uint8Array> | AsyncIterable<Uint8Array> | undefined {
	switch (encoding) {
		case '':
		case 'identity': {
			return chunks;
		}

		case 'gzip':
		case 'x-gzip': {
			return feed(createGunzip({chunkSize: pieceSize}), chunks);
		}

		case 'br': {
			return feed(createBrotliDecompress({chunkSize: pieceSize}), chunks);
		}

		default: {
			return undefined;
		}
	}
}

function feed<Decoder extends NodeJS.WritableStream>(decoder: Decoder, chunks: readonly Uint8Array[]): Decoder {
	for (const chunk of chunks) {
		decoder.write(chunk);
	}

	decoder.end();
	return decoder;
}

async function moveInto(buffer: BodyBuffer, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, sizeLimit: number): Promise<'too-large' | 'encoding' | undefined> {
	let size = 0;
	try {
		for await (const piece of pieces) {
			size += piece.byteLength;
			if (size > sizeLimit) {
				return 'too-large';
			}

			buffer.append(piece);
		}
	} catch {
		return 'encoding';
	}

	return undefined;
}
