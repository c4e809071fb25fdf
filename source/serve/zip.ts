import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {
	constants,
	createGunzip,
	createGzip,
	type Gunzip,
	type Gzip,
} from 'node:zlib';
import type {Slices} from '../core/polling/slices.js';
import {runInSlices} from '../process/run-in-slices.js';

/** A text, compressed by gzip. */
export type ZippedText = {
	readonly zipped: Uint8Array;
	/** The bytes of the text itself. */
	readonly length: number;
};

/** Gives a text to `take` piece by piece. */
export type WriteText = (take: (piece: string) => void) => Slices<void>;

/** The fastest: a scrape on the way through one machine or one data centre is not worth more processor time. */
const level = constants.Z_BEST_SPEED;

/** In bytes; each chunk is a buffer of its own until all are there. */
const chunkSize = 64 * 1024;

/**
Compresses a text while it is made, which waits for what is compressed in another thread: no more of it than a piece is held at a time.
Compressing it whole needed it as a string, as bytes and compressed at once: blocks of megabytes for 10,000 instances. Once the signal is
aborted the text is left as it is, and says nothing: a process that has to end does not wait for it.
*/
export async function zip(write: WriteText, signal?: AbortSignal): Promise<ZippedText> {
	const gzip = createGzip({level, chunkSize});
	const chunks: Uint8Array[] = [];
	const ended = once(gzip, 'end');
	gzip.on('data', (chunk: Uint8Array) => {
		chunks.push(chunk);
	});
	const bytes = new Uint8Array(chunkSize);
	const pending = {text: ''};
	const work = write(piece => {
		pending.text += piece;
	});
	const isFull = () => pending.text !== '';
	let length = 0;
	let isAll = false;
	while (!isAll || isFull()) {
		// eslint-disable-next-line no-await-in-loop -- one piece after the other
		isAll ||= await runInSlices(untilFull(work, isFull), signal) === true;
		if (signal?.aborted === true) {
			gzip.destroy();
			return {zipped: new Uint8Array(), length: 0};
		}

		// A character that does not fit is left over, as the rest of a long piece is.
		const {read, written} = new TextEncoder().encodeInto(pending.text, bytes);
		pending.text = pending.text.slice(read);
		length += written;
		// eslint-disable-next-line no-await-in-loop -- one piece after the other
		await writeTo(gzip, bytes.subarray(0, written));
	}

	gzip.end();
	await ended;
	return {zipped: Buffer.concat(chunks), length};
}

/** Resolves when the bytes were read, so that their place can be used again. */
async function writeTo(stream: Gzip, bytes: Uint8Array): Promise<void> {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	stream.write(bytes, error => {
		if (error) {
			reject(error);
		} else {
			resolve();
		}
	});
	return promise;
}

/** Works until a piece is there, or to the end, which it tells. */
function * untilFull(work: Slices<void>, isFull: () => boolean): Slices<boolean> {
	for (let step = work.next(); step.done !== true; step = work.next()) {
		if (isFull()) {
			return false;
		}

		yield;
	}

	return true;
}

/** Gives the text again, as fast as it is read. */
export function unzip(zipped: Uint8Array): Gunzip {
	const gunzip = createGunzip({chunkSize});
	gunzip.end(zipped);
	return gunzip;
}
