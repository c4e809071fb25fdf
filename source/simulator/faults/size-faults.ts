import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {trouble, type Exchange, type Fault} from './fault.js';
import {send} from './send.js';

/** Bytes, more than the limit of 64 MiB for a decoded list. */
const tooManyBytes = 65 * 1024 * 1024;

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

const tooLarge = trouble(/no usable answer .* the answer is too large/v);

/** Bodies that are larger than a list may be, as sent or when they are decoded. */
export const sizeFaults = [
	{
		id: 'gzip-bomb',
		summary: 'A few kilobytes of gzip that become 65 MiB.',
		expected: tooLarge,
		async handle(exchange) {
			const body = await compressGzip(new Uint8Array(tooManyBytes), {level: 1});
			send(exchange, {headers: {'content-encoding': 'gzip'}, body});
		},
	},
	{
		id: 'brotli-bomb',
		summary: 'A few bytes of Brotli that become 65 MiB.',
		expected: tooLarge,
		async handle(exchange) {
			const body = await compressBrotli(new Uint8Array(tooManyBytes), {params: {[constants.BROTLI_PARAM_QUALITY]: 1}});
			send(exchange, {headers: {'content-encoding': 'br'}, body});
		},
	},
	{
		id: 'endless-body',
		summary: 'A body without an end, as fast as it is read.',
		expected: tooLarge,
		handle: sendEndlessBody,
	},
	{
		id: 'too-large',
		summary: 'A list of 65 MiB, all of it announced.',
		expected: tooLarge,
		handle(exchange) {
			send(exchange, {body: exchange.text.padEnd(tooManyBytes)});
		},
	},
] as const satisfies readonly Fault[];

/** Bytes that the endless body writes at a time. */
const chunkBytes = 256 * 1024;

/** Writes blanks without end, as fast as the client reads them. */
function sendEndlessBody({response}: Exchange): void {
	const chunk = ' '.repeat(chunkBytes);
	response.writeHead(200, {'content-type': 'application/json'});
	const fillBuffer = () => {
		while (!response.destroyed && response.write(chunk)) {
			// `write` returns false when the buffer is full; `drain` calls this again.
		}
	};

	response.on('drain', fillBuffer);
	fillBuffer();
}
