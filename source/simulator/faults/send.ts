import type {Exchange} from './fault.js';

/** Response of a fault. The status is 200, the type JSON and the body empty where it does not say otherwise. */
export type FaultResponse = {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
};

const jsonHeaders = {'content-type': 'application/json; charset=utf-8'};

/** Sends a response. */
export function send({response}: Pick<Exchange, 'response'>, {status = 200, headers = {}, body = ''}: FaultResponse): void {
	response.writeHead(status, {...jsonHeaders, ...headers}).end(body);
}

/** Returns the API's error envelope as JSON. */
export function errorEnvelope(message: string): string {
	return JSON.stringify({success: false, error: {message}});
}

/** Writes a text to the connection as it is, not as an HTTP response, and closes the connection. */
export function sendRaw({request}: Pick<Exchange, 'request'>, text: string): void {
	request.socket.end(text);
}

/** Waits for so many milliseconds, or until the connection is closed. */
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

/** Whether the connection is closed, so that no answer can arrive any more. */
function isClosed({request}: Pick<Exchange, 'request'>): boolean {
	return request.socket.destroyed;
}

/** Sends the good answer after so many milliseconds, unless the client has closed the connection by then. */
export async function respondLate(exchange: Exchange, milliseconds: number): Promise<void> {
	await wait(exchange, milliseconds);
	if (!isClosed(exchange)) {
		await exchange.respond();
	}
}

type Pieces = {
	readonly pieceBytes: number;
	/** Milliseconds after each piece. */
	readonly pause: number;
};

/** Writes the good answer in pieces, until all of it is written or the connection is closed. */
export async function sendInPieces(exchange: Exchange, {pieceBytes, pause}: Pieces): Promise<void> {
	const {response, text} = exchange;
	const bytes = new TextEncoder().encode(text);
	response.writeHead(200, {...jsonHeaders, 'content-length': bytes.length});
	for (let from = 0; from < bytes.length; from += pieceBytes) {
		response.write(bytes.subarray(from, from + pieceBytes));
		// eslint-disable-next-line no-await-in-loop -- The pause between two pieces makes the answer slow.
		await wait(exchange, pause);
		if (isClosed(exchange)) {
			return;
		}
	}

	response.end();
}
