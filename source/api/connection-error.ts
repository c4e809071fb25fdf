import {errors} from 'undici';
import type {UnreachableReason} from '../core/polling/outcome.js';
import {errorCode} from '../process/error-code.js';

const reasons: ReadonlyMap<string, UnreachableReason> = new Map([
	['ENOTFOUND', 'dns'],
	['EAI_AGAIN', 'dns'],
	['EAI_FAIL', 'dns'],
	['EAI_NODATA', 'dns'],
	['EAI_NONAME', 'dns'],
	['ECONNREFUSED', 'refused'],
	['EHOSTUNREACH', 'no-route'],
	['EHOSTDOWN', 'no-route'],
	['ENETUNREACH', 'no-route'],
	['ENETDOWN', 'no-route'],
	['EADDRNOTAVAIL', 'no-route'],
	['ECONNRESET', 'reset'],
	['ECONNABORTED', 'reset'],
	['EPIPE', 'reset'],
	['UND_ERR_SOCKET', 'reset'],
	['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'reset'],
	['UND_ERR_DESTROYED', 'closed'],
	['UND_ERR_CLOSED', 'closed'],
	['EPROTO', 'tls'],
	['HOSTNAME_MISMATCH', 'tls'],
	['INVALID_CA', 'tls'],
	['INVALID_PURPOSE', 'tls'],
	['PATH_LENGTH_EXCEEDED', 'tls'],
	['UND_ERR_PRX_TLS', 'proxy'],
	['UND_ERR_PRX_CONN', 'proxy'],
	// The proxy does not open the tunnel.
	['UND_ERR_ABORTED', 'proxy'],
	// The proxy asks for a password, or its address is invalid. The client rules out all other arguments that undici finds invalid.
	['UND_ERR_INVALID_ARG', 'proxy'],
	['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
	['ETIMEDOUT', 'connect-timeout'],
	['UND_ERR_HEADERS_TIMEOUT', 'headers-timeout'],
	['UND_ERR_BODY_TIMEOUT', 'body-timeout'],
	['UND_ERR_HEADERS_OVERFLOW', 'headers-too-large'],
]);

/** Patterns for families of codes: OpenSSL's codes for a bad certificate, and undici's SOCKS errors. */
const families: ReadonlyArray<readonly [RegExp, UnreachableReason]> = [
	[/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C)/v, 'tls'],
	[/^UND_ERR_SOCKS5/v, 'proxy'],
];

/**
Names the reason why a request failed, from the error's code alone, or from its class where undici gives no code.

The error's message is never read: it can contain the token, a URL or the first characters of a body.
*/
export function unreachableReason(error: unknown): UnreachableReason {
	if (error instanceof errors.HTTPParserError) {
		return 'protocol';
	}

	const code = errorCode(error);
	return reasons.get(code) ?? families.find(([pattern]) => pattern.test(code))?.[1] ?? 'network';
}

/** Reasons why a connection was not made: with a proxy it is the one to the proxy that was not. */
const connecting: ReadonlySet<UnreachableReason> = new Set(['dns', 'refused', 'no-route']);

/**
Names the reason why no answer began. Of a length that is wrong before there is a body, undici says the same as of a body that was cut; but
then the headers contradict themselves, such as by a second `Content-Length`, which the parser refuses even
where it is equal to the first; undici has no option to let it pass.
*/
export function sendingReason(error: unknown, {hasProxy}: {readonly hasProxy: boolean}): UnreachableReason {
	if (errorCode(error) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
		return 'bad-headers';
	}

	const reason = unreachableReason(error);
	return hasProxy && connecting.has(reason) ? 'proxy-unreachable' : reason;
}
