import type {IncomingMessage} from 'node:http';
import type {WireInstance} from '../instances/wire-instance.js';
import type {Caller, ListRequest} from './route.js';

/** Reads method, path and query of a request, without decoding them. */
export function readRequest({method = '', url = ''}: IncomingMessage): ListRequest {
	const start = url.indexOf('?');
	return {
		method,
		path: start === -1 ? url : url.slice(0, start),
		query: start === -1 ? '' : url.slice(start + 1),
	};
}

/** Reads the token from the header `token`, or else from `Authorization: Bearer`; empty where there is none. */
export function readToken({headers}: IncomingMessage): string {
	return String(headers.token ?? headers.authorization?.replace(/^bearer\s+/iv, '') ?? '').trim();
}

/** Finds the caller that a token belongs to. The token of a removed instance belongs to none. */
export function findCaller(token: string, accountToken: string, instances: readonly WireInstance[]): Caller {
	if (token === accountToken) {
		return {kind: 'account'};
	}

	const instance = instances.find(candidate => candidate.token === token);
	return instance ? {kind: 'instance', instance} : {kind: 'unauthenticated'};
}
