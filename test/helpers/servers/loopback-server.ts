import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {
	createServer as createRawServer,
	type AddressInfo,
	type Server,
	type Socket,
} from 'node:net';
import {makeCertificate} from './certificate.js';

/** A server on loopback, for what cannot be mocked. */
export type LoopbackServer = AsyncDisposable & {
	readonly url: string;
	readonly port: number;
	/** Counts the connections that were made to it. */
	readonly connections: () => number;
	/** Resolves when none of its connections is open. */
	readonly isLeft: () => Promise<void>;
};

/** Serves HTTP. */
export async function serve(listener: RequestListener): Promise<LoopbackServer> {
	return listen(createServer(listener));
}

/** Serves HTTPS with a certificate that no authority has signed. */
export async function serveSecurely(listener: RequestListener): Promise<LoopbackServer> {
	return listen(createSecureServer(makeCertificate('localhost'), listener));
}

/** Calls `answer` with each connection, once something came on it. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<LoopbackServer> {
	return listen(createRawServer(socket => {
		socket.once('data', () => {
			answer(socket);
		});
	}));
}

async function listen(server: Server): Promise<LoopbackServer> {
	const open = new Set<Socket>();
	let connections = 0;
	server.on('connection', (socket: Socket) => {
		connections += 1;
		open.add(socket);
		socket.on('error', () => {
			socket.destroy();
		});
		socket.on('close', () => {
			open.delete(socket);
			server.emit('left');
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		connections: () => connections,
		async isLeft() {
			while (open.size > 0) {
				// eslint-disable-next-line no-await-in-loop -- Each of them leaves at its own time.
				await once(server, 'left', {signal: AbortSignal.timeout(5000)});
			}
		},
		async [Symbol.asyncDispose]() {
			for (const socket of open) {
				socket.destroy();
			}

			server.close();
			await once(server, 'close');
		},
	};
}

/** Answers with this body. */
export const answering = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): RequestListener => (_, response) => {
	response.writeHead(200, headers).end(body);
};
