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
	// A proxy that does not open the tunnel.
	['UND_ERR_ABORTED', 'proxy'],
	// A proxy that wants a password, or has an impossible address; what else undici finds invalid is ruled out before it is asked.
	['UND_ERR_INVALID_ARG', 'proxy'],
	['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
	['ETIMEDOUT', 'connect-timeout'],
	['UND_ERR_HEADERS_TIMEOUT', 'headers-timeout'],
	['UND_ERR_BODY_TIMEOUT', 'body-timeout'],
	['UND_ERR_HEADERS_OVERFLOW', 'protocol'],
]);

/** Families of codes: OpenSSL's names for a bad certificate, and undici's SOCKS errors. */
const families: ReadonlyArray<readonly [RegExp, UnreachableReason]> = [
	[/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERROR_IN_C)/v, 'tls'],
	[/^UND_ERR_SOCKS5/v, 'proxy'],
];

/**
Where on its way a request failed, told by the error's code alone, or its class where undici gives no code. Its message is never read: it can carry the token, a URL or the first characters of a body.
*/
export function unreachableReason(error: unknown): UnreachableReason {
	if (error instanceof errors.HTTPParserError) {
		return 'protocol';
	}

	const code = errorCode(error);
	return reasons.get(code) ?? families.find(([pattern]) => pattern.test(code))?.[1] ?? 'network';
}
