import {makeHarmless} from '../core/text/sanitize.js';
import {mask} from '../core/text/secret.js';
import {expectFault, openHistory} from '../history/open.js';
import {readNames} from '../history/file/facts.js';

/**
Lists the names of the instances that the memory in a file has, a line each, for completion in a shell. Nobody is asked, and without a
memory there are none. A name that could command the terminal, or is masked, is left out.
*/
export async function listNames(file: string | undefined): Promise<string> {
	const opened = file === undefined ? undefined : await openHistory(file, true);
	if (opened?.kind !== 'open') {
		return '';
	}

	try {
		return readNames(opened.database).filter(name => name !== '' && makeHarmless(name) === name && !name.includes(mask)).map(name => `${name}\n`).join('');
	} catch (error) {
		expectFault(error);
		return '';
	} finally {
		opened.database.close();
	}
}
