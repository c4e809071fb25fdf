import type {Server} from 'node:http';

/** The only address on which the simulator listens, since the data that it serves look like those of a real account. */
export const loopback = '127.0.0.1';

/**
Opens a server on loopback and resolves with its port; port 0 takes any free one.
Rejects with a message for the user where the port cannot be opened.
*/
export async function listen(server: Server, port: number): Promise<number> {
	const {promise, resolve, reject} = Promise.withResolvers<number>();
	const rejectListening = (error: NodeJS.ErrnoException) => {
		reject(new Error(describeListenError(error.code, port), {cause: error}));
	};

	server.once('error', rejectListening);
	server.listen(port, loopback, () => {
		server.off('error', rejectListening);
		const address = server.address();
		resolve(typeof address === 'object' && address ? address.port : port);
	});
	return promise;
}

/** Closes a server and all its connections at once; otherwise a kept-alive connection would delay the close. */
export async function closeServer(server: Server): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	server.close(() => {
		resolve();
	});
	server.closeAllConnections();
	return promise;
}

function describeListenError(code: string | undefined, port: number): string {
	const reasons = new Map([['EADDRINUSE', 'is in use'], ['EACCES', 'is not open to this user']]);
	const reason = reasons.get(code ?? '') ?? `cannot be opened (${code ?? 'no reason given'})`;
	return `Port ${port} on ${loopback} ${reason}. Choose another, or none to get a free one.`;
}
