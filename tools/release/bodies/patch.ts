import {replaceModule} from '../define-patch.js';

/**
Replaces what undici makes request bodies of forms and streams with by a module that throws.

Why: the API is only read, and a request without a body never asks for it: 70 kB of the package, packed and unpacked together.

Rests on: `lib/core/request.js` and `lib/dispatcher/client-h1.js` of undici being the only files outside of its `lib/web` that import from
there. Can go when undici loads its own `fetch` apart from its client.
*/
export const bodies = replaceModule({
	name: 'bodies',
	restsOn: ['undici'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\.\/web\/(?:fetch\/body\.js|fetch\/formdata|webidl)$/,
	by: new URL('no-bodies.js', import.meta.url),
});
