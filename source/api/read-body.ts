import {createBrotliDecompress, createGunzip} from 'node:zlib';
import type {UnreachableReason} from '../core/polling/outcome.js';
import {unreachableReason} from './connection-error.js';
import type {BodyBuffer} from './json/body-buffers.js';

/**
Body of an answer, or why there is none.

`content` is decoded; it is a view of the buffer that was given for it. `bytes` counts the bytes on the wire.
*/
export type Body =
	| {readonly kind: 'whole'; readonly content: Uint8Array; readonly bytes: number}
	| {readonly kind: 'too-large'}
	| {readonly kind: 'encoding'}
	| {readonly kind: 'broken'; readonly reason: UnreachableReason};

/**
Limits for reading a body. `encoding` is the answer's `Content-Encoding`.

`sizeLimit` limits the bytes on the wire, and the decoded bytes as well. `arrived` is called when the last byte has come: what is done
with the body after that is no waiting for the server.
*/
export type BodyLimits = {
	readonly encoding: string | undefined;
	readonly sizeLimit: number;
	readonly arrived: () => void;
};

/** Reads a body to its end, within its limits, and decodes it into the buffer. It never rejects. */
export async function readBody(
	stream: AsyncIterable<Uint8Array>,
	buffer: BodyBuffer,
	{encoding, sizeLimit, arrived}: BodyLimits,
): Promise<Body> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of stream) {
			bytes += chunk.byteLength;
			if (bytes > sizeLimit) {
				return {kind: 'too-large'};
			}

			chunks.push(chunk);
		}
	} catch (error) {
		return {kind: 'broken', reason: unreachableReason(error)};
	}

	arrived();

	// A gateway may name an encoding for an empty body.
	const pieces = bytes === 0 ? chunks : decode(chunks, encoding?.trim().toLowerCase() ?? '');
	const problem = pieces === undefined ? 'encoding' : await copyInto(buffer, pieces, sizeLimit);
	return problem === undefined ? {kind: 'whole', content: buffer.content(), bytes} : {kind: problem};
}

/** Size of the decoder's chunks, in bytes. Larger chunks need fewer turns of the event loop, but cost more garbage collection. */
const pieceSize = 128 * 1024;

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The compressions that are registered for HTTP (RFC 9110, section 8.4.1, and IANA's list), and their aliases. */
const compressions: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'br', 'deflate', 'compress', 'x-compress', 'zstd', 'dcb', 'dcz']);

/**
Decodes the encodings that the request accepts. `undefined` for any other compression, which is an error of the server. Servers name other
things there too, such as `utf-8` or `none`: these change nothing, where what came is a text.
*/
function decode(chunks: readonly Uint8Array[], encoding: string): Pieces | undefined {
	const named = encoding.split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'identity');
	const [compression, ...others] = named.filter(name => compressions.has(name));
	if (others.length > 0) {
		return undefined;
	}

	switch (compression) {
		case undefined: {
			return named.length === 0 || isText(chunks) ? chunks : undefined;
		}

		case 'gzip':
		case 'x-gzip': {
			return writeAll(createGunzip({chunkSize: pieceSize}), chunks);
		}

		case 'br': {
			return writeAll(createBrotliDecompress({chunkSize: pieceSize}), chunks);
		}

		default: {
			return undefined;
		}
	}
}

/** Whether a body begins as a text does, without a control character but blanks and line breaks. */
function isText(chunks: readonly Uint8Array[]): boolean {
	return chunks[0]?.subarray(0, 64).every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0A || byte === 0x0D) ?? true;
}

function writeAll<Decoder extends NodeJS.WritableStream>(decoder: Decoder, chunks: readonly Uint8Array[]): Decoder {
	for (const chunk of chunks) {
		decoder.write(chunk);
	}

	decoder.end();
	return decoder;
}

async function copyInto(buffer: BodyBuffer, pieces: Pieces, sizeLimit: number): Promise<'too-large' | 'encoding' | undefined> {
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
