const loopbackHost = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/v;

/**
Whether a host name, as `URL.hostname` gives it, is this machine itself:
`localhost` and names below it (RFC 6761), 127.0.0.0/8 or `[::1]`.
*/
export function isLoopback(hostname: string): boolean {
	return loopbackHost.test(hostname);
}
