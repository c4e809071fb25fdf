import {replaceModule} from '../define-patch.js';

/**
Gives ink-table the text of a row as JSON where it asks for a hash of it.

Why: it asks for a key that tells its rows apart, of texts and numbers alone. `object-hash` loads Node's cryptography for it: 15 ms of the
processor, and 1 MB of resident memory of a monitor, which has the summary of its end ready.

Rests on: ink-table asking for `sha1` to make keys of rows, and for nothing else. Can go when it makes them without cryptography.
*/
export const objectHash = replaceModule({
	name: 'object-hash',
	restsOn: ['ink-table'],
	// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
	specifier: /^object-hash$/,
	by: new URL('key.js', import.meta.url),
});
