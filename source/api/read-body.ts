import {
	createBrotliDecompress,
	createGunzip,
	type BrotliDecompress,
	type Gunzip,
} from 'node:zlib';
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

/** Reads a body to its end, within its limits, and decodes it into the buffer as it comes. It never rejects. */
export async function readBody(
	stream: AsyncIterable<Uint8Array>,
	buffer: BodyBuffer,
	{encoding, sizeLimit, arrived}: BodyLimits,
): Promise<Body> {
	// A gateway may name an encoding for an empty body.
	let reader: PieceReader | undefined;
	let bytes = 0;
	try {
		for await (const chunk of stream) {
			bytes += chunk.byteLength;
			reader ??= readerFor(encoding, chunk)(limitedTo(sizeLimit, buffer));
			if (bytes > sizeLimit || reader.problem() === 'too-large') {
				await reader.end();
				return {kind: 'too-large'};
			}

			reader.read(chunk);
		}
	} catch (error) {
		await reader?.end();
		return {kind: 'broken', reason: unreachableReason(error)};
	}

	arrived();
	const problem = await reader?.end();
	return problem === undefined ? {kind: 'whole', content: buffer.content(), bytes} : {kind: problem};
}

/** Why a body cannot be taken. */
type Problem = 'too-large' | 'encoding';

/** Takes decoded bytes, or tells that they are too many. */
type Append = (bytes: Uint8Array) => Problem | undefined;

/** What reads the pieces of a body, and decodes them. `end` resolves once all that came is decoded. */
type PieceReader = {
	readonly read: (piece: Uint8Array) => void;
	readonly problem: () => Problem | undefined;
	readonly end: () => Promise<Problem | undefined>;
};

function limitedTo(sizeLimit: number, buffer: BodyBuffer): Append {
	let size = 0;
	return bytes => {
		size += bytes.byteLength;
		if (size > sizeLimit) {
			return 'too-large';
		}

		buffer.append(bytes);
		return undefined;
	};
}

/** Size of the decoder's chunks, in bytes. Larger chunks need fewer turns of the event loop, but cost more garbage collection. */
const pieceSize = 128 * 1024;

/** The compressions that are registered for HTTP (RFC 9110, section 8.4.1, and IANA's list), and their aliases. */
const compressions: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'br', 'deflate', 'compress', 'x-compress', 'zstd', 'dcb', 'dcz']);

/**
Finds the reader for an encoding and the first piece of a body. It decodes gzip, which the request asks for, and Brotli. Any other one is an
error of the server. Servers name other things there too, such as `utf-8` or `none`: these change nothing, where what came is a text.
*/
function readerFor(encoding: string | undefined, first: Uint8Array): (append: Append) => PieceReader {
	const named = (encoding ?? '').trim().toLowerCase().split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'identity');
	const [compression, ...others] = named.filter(name => compressions.has(name));
	if (others.length > 0) {
		return readNothing;
	}

	switch (compression) {
		case undefined: {
			return named.length === 0 || isText(first) ? readPlain : readNothing;
		}

		case 'gzip':
		case 'x-gzip': {
			return append => readDecoded(createGunzip({chunkSize: pieceSize}), append);
		}

		case 'br': {
			return append => readDecoded(createBrotliDecompress({chunkSize: pieceSize}), append);
		}

		default: {
			return readNothing;
		}
	}
}

/** Whether a body begins as a text does, without a control character but blanks and line breaks. */
function isText(first: Uint8Array): boolean {
	return first.subarray(0, 64).every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0A || byte === 0x0D);
}

function readNothing(): PieceReader {
	return {read: () => undefined, problem: () => 'encoding', end: async () => 'encoding'};
}

function readPlain(append: Append): PieceReader {
	let problem: Problem | undefined;
	return {
		read(piece) {
			problem ??= append(piece);
		},
		problem: () => problem,
		end: async () => problem,
	};
}

function readDecoded(decoder: Gunzip | BrotliDecompress, append: Append): PieceReader {
	let problem: Problem | undefined;
	const decode = async () => {
		try {
			for await (const piece of decoder) {
				problem = piece instanceof Uint8Array ? append(piece) : 'encoding';
				if (problem !== undefined) {
					return;
				}
			}
		} catch {
			problem = 'encoding';
		}
	};

	const decoded = decode();
	return {
		read(piece) {
			if (problem === undefined) {
				decoder.write(piece);
			}
		},
		problem: () => problem,
		async end() {
			decoder.end();
			await decoded;
			return problem;
		},
	};
}
