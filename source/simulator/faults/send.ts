import type {Exchange} from './fault.js';

/** An answer that a fault gives. */
export type Given = {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
};

const json = {'content-type': 'application/json; charset=utf-8'};

/** Answers a request with this. */
export function send({response}: Pick<Exchange, 'response'>, {status = 200, headers = {}, body = ''}: Given): void {
	response.writeHead(status, {...json, ...headers}).end(body);
}

/** The API's error envelope. */
export function envelope(message: string): string {
	return JSON.stringify({success: false, error: {message}});
}

/** Writes to the connection as it is, past all that makes HTTP of it, and hangs up. */
export function sendRaw({request}: Pick<Exchange, 'request'>, text: string): void {
	request.socket.end(text);
}

/** Resolves after so long; at once when the connection is gone. */
export async function wait({request: {socket}}: Pick<Exchange, 'request'>, milliseconds: number): Promise<void> {
	if (socket.destroyed) {
		return;
	}

	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, milliseconds);
	socket.once('close', resolve);
	await promise;
	clearTimeout(timer);
	socket.off('close', resolve);
}

/** Whether nobody waits for an answer any more. */
function isAlone({request}: Pick<Exchange, 'request'>): boolean {
	return request.socket.destroyed;
}

/** Answers well, after so long. */
export async function passLate(exchange: Exchange, milliseconds: number): Promise<void> {
	await wait(exchange, milliseconds);
	if (!isAlone(exchange)) {
		await exchange.pass();
	}
}

/** Writes the good answer in pieces, with a pause after each, for as long as somebody is there. */
export async function trickle(exchange: Exchange, {piece, pause}: {readonly piece: number; readonly pause: number}): Promise<void> {
	const {response, text} = exchange;
	const bytes = new TextEncoder().encode(text);
	response.writeHead(200, {...json, 'content-length': bytes.length});
	for (let from = 0; from < bytes.length; from += piece) {
		response.write(bytes.subarray(from, from + piece));
		// eslint-disable-next-line no-await-in-loop -- One piece after the other is what makes it slow.
		await wait(exchange, pause);
		if (isAlone(exchange)) {
			return;
		}
	}

	response.end();
}
