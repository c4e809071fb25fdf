// Loaded before the program: names are looked up in a file, which holds an address or the code of an error.
import dns from 'node:dns';
import {readFileSync} from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import process from 'node:process';

type Found = (error: Error | null, address: unknown, family?: number) => void; // eslint-disable-line @typescript-eslint/no-restricted-types -- Node says null where there is no error.

Object.assign(dns, {
	lookup(_name: string, options: {readonly all?: boolean}, found: Found) {
		const word = readFileSync(process.env.RYZETOP_TEST_NAMES ?? '', 'utf8').trim();
		process.nextTick(() => {
			if (word.startsWith('E')) {
				found(Object.assign(new Error(`getaddrinfo ${word}`), {code: word}), undefined);
			} else if (options.all === true) {
				found(null, [{address: word, family: 4}]);
			} else {
				found(null, word, 4);
			}
		});
	},
});
syncBuiltinESMExports();
