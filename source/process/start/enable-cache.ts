import {mkdirSync} from 'node:fs';
import module from 'node:module';
import {tmpdir} from 'node:os';
import {errorCode} from '../error-code.js';

/**
Makes Node cache compiled modules for the next start, in the folder that it takes for that anyway. The folder is made here, since Node,
where the temporary folder is one like `/proc`, would try to make it without end. Without it nothing is cached.
*/
export function enableCache(): void {
	const folder = `${tmpdir()}/node-compile-cache`;
	try {
		mkdirSync(folder);
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') {
			return;
		}
	}

	module.enableCompileCache();
}
