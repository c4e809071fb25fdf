import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {
	connect,
	createServer as createRawServer,
	type AddressInfo,
	type Server,
	type Socket,
} from 'node:net';
import {makeCertificate, type Certificate} from './certificate.js';

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
export async function serveSecurely(listener: RequestListener, certificate: Certificate = makeCertificate('localhost')): Promise<LoopbackServer> {
	return listen(createSecureServer(certificate, listener));
}

/**
Serves a proxy that makes a tunnel to the port of each host name it is asked for, and answers 404 for any other. `seen` gets what comes to it,
as text: the heads of the requests, and the bytes that go through its tunnels.
*/
export async function serveTunnels(ports: ReadonlyMap<string, number>, seen: (text: string) => void): Promise<LoopbackServer> {
	const server = createServer((request, response) => {
		seen(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
		response.writeHead(404).end();
	});
	server.on('connect', (request, socket, head) => {
		seen(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
		const onward = connect(ports.get((request.url ?? '').replace(/:\d+$/v, '')) ?? 0, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onward.write(head);
			socket.on('data', (bytes: Uint8Array) => {
				seen(Buffer.from(bytes).toString('latin1'));
			});
			socket.pipe(onward).pipe(socket);
		});
		for (const [one, other] of [[socket, onward], [onward, socket]] as const) {
			one.on('error', () => {
				other.destroy();
			});
			one.on('close', () => {
				other.destroy();
			});
		}
	});
	return listen(server);
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
