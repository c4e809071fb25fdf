import {replaceModule} from '../define-patch.js';

/**
Replaces undici's HTTP/2 client by a function that throws.

Why: the API is asked with `allowH2: false`, and undici loads `node:http2` with its HTTP/2 client all the same: 15 to 30 ms of processor
time to the first grid.

Rests on: `lib/dispatcher/client.js` of undici being the only file that imports `./client-h2.js`. Can go when undici loads HTTP/2 only once
it is offered.
*/
export const http2 = replaceModule({
	name: 'http2',
	restsOn: ['undici'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\/client-h2\.js$/,
	importer: 'undici/lib/dispatcher/client.js',
	by: new URL('connect-h2.js', import.meta.url),
});
