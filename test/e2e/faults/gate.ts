import {once} from 'node:events';
import {
	connect,
	createServer,
	type AddressInfo,
	type Socket,
} from 'node:net';
import {createServer as createTlsServer} from 'node:tls';
import type {Certificate} from '../../helpers/servers/certificate.js';

/** Handles a new connection. */
export type Passage = (socket: Socket) => void;

/** A listener on loopback in front of a server. */
export type Gate = AsyncDisposable & {
	readonly port: number;
	/** Cuts the open connections, and handles new ones so. */
	readonly turn: (passage: Passage) => void;
	/** Leaves the port, so that connections are refused, until `open`. */
	readonly shut: () => Promise<void>;
	readonly open: () => Promise<void>;
};

/** Opens a gate that handles its connections so. */
export async function openGate(first: Passage): Promise<Gate> {
	const sockets = new Set<Socket>();
	let passage = first;
	const server = createServer(socket => {
		sockets.add(socket);
		socket.on('error', () => {
			socket.destroy();
		});
		socket.on('close', () => {
			sockets.delete(socket);
		});
		passage(socket);
	});
	const cut = () => {
		for (const socket of sockets) {
			socket.destroy();
		}
	};

	const open = async (port: number) => {
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
	};

	const shut = async () => {
		if (!server.listening) {
			return;
		}

		server.close();
		cut();
		await once(server, 'close');
	};

	await open(0);
	const {port} = server.address() as AddressInfo;
	return {
		port,
		turn(next) {
			passage = next;
			cut();
		},
		shut,
		open: async () => open(port),
		[Symbol.asyncDispose]: shut,
	};
}

/** Forwards to a port of this machine. */
export function to(port: number): Passage {
	return socket => {
		const onward = connect(port, '127.0.0.1');
		onward.on('error', () => {
			socket.destroy();
		});
		socket.on('close', () => {
			onward.destroy();
		});
		socket.pipe(onward).pipe(socket);
	};
}

/** Ends TLS with this certificate, and hands the plain connection to `passage`. */
export function throughTls(certificate: Certificate, passage: Passage): Passage {
	const server = createTlsServer(certificate, secure => {
		secure.on('error', () => {
			secure.destroy();
		});
		passage(secure);
	});
	// A client that refuses the certificate hangs up.
	server.on('tlsClientError', () => undefined);
	return socket => {
		server.emit('connection', socket);
	};
}

/** Takes a connection and says nothing. */
export function mute(): void {
	// Says nothing.
}

/** Takes a connection and, once something came on it, begins an answer whose headers never end. */
export function dripping(socket: Socket): void {
	socket.once('data', () => {
		socket.write('HTTP/1.1 200 OK\r\n');
		const timer = setInterval(() => {
			socket.write('x-more: yes\r\n');
		}, 200);
		socket.on('close', () => {
			clearInterval(timer);
		});
	});
}

/** A proxy that opens a tunnel to any host, and hands the connection to `passage`. */
export function throughTunnel(passage: Passage): Passage {
	return socket => {
		socket.once('data', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n', () => {
				passage(socket);
			});
		});
	};
}

/** A proxy that answers every request so. */
export function answering(status: string): Passage {
	return socket => {
		socket.once('data', () => {
			socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`);
		});
	};
}
