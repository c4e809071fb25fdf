import type {Server} from 'node:http';

/** Where the simulator listens, and it listens nowhere else: what it serves looks like somebody's data. */
export const loopback = '127.0.0.1';

/** Opens a server on loopback, on any free port for 0, and gives the port. Rejects, with a message for people, when the port cannot be had. */
export async function listen(server: Server, port: number): Promise<number> {
	const {promise, resolve, reject} = Promise.withResolvers<number>();
	const refuse = (error: NodeJS.ErrnoException) => {
		reject(new Error(describeRefusal(error.code, port), {cause: error}));
	};

	server.once('error', refuse);
	server.listen(port, loopback, () => {
		server.off('error', refuse);
		const address = server.address();
		resolve(typeof address === 'object' && address ? address.port : port);
	});
	return promise;
}

/** Closes a server at once: connections that clients keep open would hold it up for as long as they like. */
export async function closeServer(server: Server): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	server.close(() => {
		resolve();
	});
	server.closeAllConnections();
	return promise;
}

function describeRefusal(code: string | undefined, port: number): string {
	const reasons = new Map([['EADDRINUSE', 'is in use'], ['EACCES', 'is not open to this user']]);
	const reason = reasons.get(code ?? '') ?? `cannot be opened (${code ?? 'no reason given'})`;
	return `Port ${port} on ${loopback} ${reason}. Choose another, or none to get a free one.`;
}
