import type {WireInstance} from '../instances/wire-instance.js';

/** Caller of a request: the owner of the account, one of its instances, or a caller without a valid token. */
export type Caller =
	| {readonly kind: 'account'}
	| {readonly kind: 'instance'; readonly instance: WireInstance}
	| {readonly kind: 'unauthenticated'};

/** Request as the router reads it; `query` is without its question mark. */
export type ListRequest = {
	readonly method: string;
	readonly path: string;
	readonly query: string;
};

/** Answer to a request: the instances, or an error with the API's own message for it. */
export type ListAnswer =
	| {readonly status: 200; readonly instances: readonly WireInstance[]}
	| {readonly status: 401 | 404 | 405 | 429; readonly message: string};

export const rateLimitExceeded: ListAnswer = {status: 429, message: 'Rate limit exceeded. Try again later.'};

const notFound: ListAnswer = {status: 404, message: 'Instance not found'};

/** Answers as the API's page says, by the kind of the caller and the query's filter `instanceName`. */
export function route({method, path, query}: ListRequest, caller: Caller, instances: readonly WireInstance[]): ListAnswer {
	if (path !== '/api/instance/list') {
		return {status: 404, message: 'Route not found'};
	}

	if (method !== 'GET') {
		return {status: 405, message: 'Method not allowed'};
	}

	switch (caller.kind) {
		case 'unauthenticated': {
			return {status: 401, message: 'Invalid token'};
		}

		case 'instance': {
			return {status: 200, instances: [caller.instance]};
		}

		case 'account': {
			return filter(instances, new URLSearchParams(query).get('instanceName') ?? '');
		}
	}
}

function filter(instances: readonly WireInstance[], filterText: string): ListAnswer {
	// The API's page does not say so, but the real server lists the whole account for an empty filter.
	if (filterText === '') {
		return {status: 200, instances};
	}

	// Blanks at the ends of a name belong to it, and those around a comma do not: a name is found with and without them.
	const names = filterText.split(',').filter(name => name.trim() !== '');
	const found = instances.filter(({name}) => names.some(wanted => wanted === name || wanted.trim() === name));
	return names.length === 1 && found.length === 0 ? notFound : {status: 200, instances: found};
}
