import type {WireInstance} from '../instances/wire-instance.js';

/** Who asks: the owner of the account, one of its instances, or somebody with no token that counts. */
export type Caller =
	| {readonly kind: 'account'}
	| {readonly kind: 'instance'; readonly instance: WireInstance}
	| {readonly kind: 'stranger'};

/** What is asked: method, path and the query without its question mark. */
export type ListRequest = {
	readonly method: string;
	readonly path: string;
	readonly query: string;
};

/** What is answered: the instances, or an error with the message the API has for it. */
export type ListAnswer =
	| {readonly status: 200; readonly instances: readonly WireInstance[]}
	| {readonly status: 401 | 404 | 405 | 429; readonly message: string};

export const rateLimitExceeded: ListAnswer = {status: 429, message: 'Rate limit exceeded. Try again later.'};

const notFound: ListAnswer = {status: 404, message: 'Instance not found'};

/** Answers as the API's page says, by the caller's kind and the filter. */
export function route({method, path, query}: ListRequest, caller: Caller, instances: readonly WireInstance[]): ListAnswer {
	if (path !== '/api/instance/list') {
		return {status: 404, message: 'Route not found'};
	}

	if (method !== 'GET') {
		return {status: 405, message: 'Method not allowed'};
	}

	switch (caller.kind) {
		case 'stranger': {
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
	// The page does not say it, but the real server gives the whole account for an empty filter.
	if (filterText === '') {
		return {status: 200, instances};
	}

	const names = filterText.split(',').map(name => name.trim()).filter(name => name !== '');
	const found = instances.filter(({name}) => names.includes(name));
	return names.length === 1 && found.length === 0 ? notFound : {status: 200, instances: found};
}
