import {makeHarmless} from '../../core/text/sanitize.js';
import {mask} from '../../core/text/secret.js';
import {expectFault, openHistory} from '../../history/open.js';
import {readNames} from '../../history/file/facts.js';
import {placeOf} from '../../polling/memory/open-rememberings.js';

/** One of several accounts that are watched together, with the address of its deployment. */
export type NamedPlace = {readonly name: string; readonly url: string};

/**
Lists the names of the instances that the memory in a file has, a line each, for completion in a shell. Nobody is asked, and without a
memory there are none. A name that could command the terminal, begins like an option, or is masked, is left out. Of several accounts a name
that more than one has comes with each of theirs before it: `prod/sales-04`.
*/
export async function listNames(file: string | undefined, accounts: readonly NamedPlace[] = []): Promise<string> {
	const opened = file === undefined ? undefined : await openHistory(file, true);
	if (opened?.kind !== 'open') {
		return '';
	}

	try {
		return [...readNames(opened.database)]
			.flatMap(([name, places]) => nameFully(name, places, accounts))
			.filter(name => name !== '' && !name.startsWith('-') && makeHarmless(name) === name && !name.includes(mask))
			.map(name => `${name}\n`)
			.join('');
	} catch (error) {
		expectFault(error);
		return '';
	} finally {
		opened.database.close();
	}
}

function nameFully(name: string, places: readonly string[], accounts: readonly NamedPlace[]): readonly string[] {
	const owners = accounts.filter(({url}) => places.includes(placeOf(url)));
	const isShared = name !== '' && accounts.length > 1 && places.length > 1 && owners.length > 1;
	return isShared ? owners.map(owner => `${owner.name}/${name}`) : [name];
}
