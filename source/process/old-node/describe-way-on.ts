/** Characters that mean nothing to a shell. */
const plain: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+,-./:');

/**
Says with which line the same command runs on a newer Node, which npm fetches; `argv` is that of the process. The line works when it is
pasted into a shell. Where an argument cannot be told in it all of them are left out; in place of such a path it has the command's name.
*/
export function describeWayOn(argv: readonly string[]): string {
	const program = quote(argv[1] ?? '');
	const given = argv.slice(2).map(word => quote(word));
	const words = given.every(word => word !== undefined) ? given : [];
	return `Run it on a newer one: npx --yes --package=node@24 -- ${[program === undefined ? 'ryzetop' : `node ${program}`, ...words].join(' ')}`;
}

/**
Quotes a word for a shell, if it is of printable ASCII without a quotation mark, or a bar, which ends the message of a plugin. This is not
`quoteShell`, whose regular expression Node 18 does not know.
*/
function quote(word: string): string | undefined {
	const characters = [...word];
	if (word !== '' && characters.every(character => plain.has(character))) {
		return word;
	}

	return characters.every(character => character >= ' ' && character <= '~' && character !== '\'' && character !== '|') ? `'${word}'` : undefined;
}
