import {trouble, type Exchange, type Fault} from './fault.js';

/** Redirects. A client must not follow them, because it would send the token to another host. */
export const redirectFaults = [
	{
		id: '301',
		summary: '301 to another host.',
		expected: trouble(/no usable answer .* the server points to localhost:\d+/v),
		handle(exchange) {
			redirect(exchange, 301);
		},
	},
	{
		id: '302',
		summary: '302 to another host.',
		expected: trouble(/no usable answer .* the server points to localhost:\d+/v),
		handle(exchange) {
			redirect(exchange, 302);
		},
	},
	{
		id: '302-nowhere',
		summary: '302 that does not say where to.',
		expected: trouble(/no usable answer .* the server points elsewhere/v),
		handle({response}) {
			response.writeHead(302).end();
		},
	},
] as const satisfies readonly Fault[];

/** Redirects to the path `/elsewhere` of this server under another host name, so that a test can see whether the client follows. */
function redirect({request, response}: Exchange, status: number): void {
	const port = request.socket.localPort ?? 0;
	response.writeHead(status, {location: `http://localhost:${port}/elsewhere`}).end();
}
