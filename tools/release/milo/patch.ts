import {replaceModule} from '../define-patch.js';

/**
Replaces undici's experimental parser of HTTP/1.1, Milo, by a class that throws.

Why: undici parses with llhttp unless `UNDICI_USE_MILO` or an option says otherwise, and brings Milo all the same, in two forms of
WebAssembly: 230 kB of the package, packed and unpacked together.

Rests on: `lib/dispatcher/client-h1.js` of undici being the only file that imports `./parser-h1.js`, and on its asking `getMiloEnabled`
first. Can go when undici leaves Milo out, or parses with nothing else.
*/
export const milo = replaceModule({
	name: 'milo',
	restsOn: ['undici'],
	// eslint-disable-next-line require-unicode-regexp
	specifier: /^\.\/parser-h1\.js$/,
	importer: 'undici/lib/dispatcher/client-h1.js',
	by: new URL('parser-h1.js', import.meta.url),
});
