import {replaceModule} from '../define-patch.js';

/**
Replaces `undici` by the few of its modules that the client uses.

Why: the index of undici loads fetch, WebSocket, caches and mocks: 30 to 50 ms of processor time to the first grid.

Rests on: the places of these modules inside undici, and on its index doing nothing else that the client needs than to give `Dispatcher` its
methods. Can go when undici has an entry without `fetch`, or loads its parts when they are asked for.
*/
export const undici = replaceModule({
	name: 'undici',
	restsOn: ['undici'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^undici$/,
	by: new URL('undici.js', import.meta.url),
});
