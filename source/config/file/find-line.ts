/** Keys of a config file that lead to a value: names, and for `[[…]]` the number of the table, from 0. */
export type KeyPath = ReadonlyArray<string | number>;

/** The line of a value, or of what it is in where it has no line of its own; `undefined` where the file has neither. */
export type LineOf = (path: KeyPath) => number | undefined;

/**
Makes a function that finds the lines of values. The text has been parsed already, so that it is known to be TOML: the parser tells no
lines. It is read when the first line is asked for.
*/
export function createLineFinder(text: () => string): LineOf {
	let lines: ReadonlyMap<string, number> | undefined;
	return wanted => {
		lines ??= listKeys(text());
		for (let {length} = wanted; length > 0; length--) {
			const line = lines.get(JSON.stringify(wanted.slice(0, length)));
			if (line !== undefined) {
				return line;
			}
		}

		return undefined;
	};
}

const bareKey = /[\w\-]+/vy;
const basicText = /"(?:[^"\\]|\\.)*"/vy;
const literalText = /'[^']*'/vy;
const longText = /"""(?:[^\\]|\\.)*?"{3,5}|'''.*?'{3,5}/svy;

/** The line of each key and of each head of a table, by its path as JSON: the first one, where a table is there in pieces. */
function listKeys(text: string): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	let line = 1;
	let counted = 0;
	const tables = new Map<string, number>();
	let table: KeyPath = [];
	let at = 0;

	const take = (pattern: RegExp): string => {
		pattern.lastIndex = at;
		const [piece = ''] = pattern.exec(text) ?? [];
		at += piece.length;
		return piece;
	};

	const takeKey = (): readonly string[] => {
		const names: string[] = [];
		do {
			take(/[\t ]*\.?[\t ]*/vy);
			const quoted = take(basicText);
			const literal = quoted === '' ? take(literalText) : '';
			names.push(quoted === '' ? (literal === '' ? take(bareKey) : literal.slice(1, -1)) : readBasic(quoted));
			take(/[\t ]*/vy);
		} while (text[at] === '.');

		return names;
	};

	const takeValue = () => {
		let depth = 0;
		while (at < text.length && (depth > 0 || text[at] !== '\n')) {
			const isText = take(longText) !== '' || take(basicText) !== '' || take(literalText) !== '' || take(/#[^\n]*/vy) !== '';
			if (isText) {
				continue;
			}

			depth += '[{'.includes(text[at] ?? ' ') ? 1 : (']}'.includes(text[at] ?? ' ') ? -1 : 0);
			at += 1;
		}
	};

	const note = (path: KeyPath) => {
		line += text.slice(counted, at).split('\n').length - 1;
		counted = at;
		const key = JSON.stringify(path);
		found.set(key, found.get(key) ?? line);
	};

	while (at < text.length) {
		if (take(/\s+|#[^\n]*/vy) !== '') {
			continue;
		}

		const head = take(/\[\[?/vy);
		if (head === '') {
			const path = [...table, ...takeKey()];
			note(path);
			take(/=/vy);
			takeValue();
		} else {
			table = nameTable(takeKey(), head === '[[', tables);
			note(table);
			take(/[^\n]*/vy);
		}
	}

	return found;
}

/** The path of a table. Under a list of tables it is in the last one of them. */
function nameTable(names: readonly string[], isListed: boolean, tables: Map<string, number>): KeyPath {
	const path: Array<string | number> = [];
	for (const [index, name] of names.entries()) {
		path.push(name);
		const list = JSON.stringify(path);
		const isNew = isListed && index === names.length - 1;
		const count = tables.get(list);
		if (isNew) {
			tables.set(list, (count ?? -1) + 1);
			path.push((count ?? -1) + 1);
		} else if (count !== undefined) {
			path.push(count);
		}
	}

	return path;
}

/** The name in quotes. An escape that only TOML knows stays as it is, since no name of the program has one. */
function readBasic(quoted: string): string {
	try {
		return String(JSON.parse(quoted));
	} catch {
		return quoted.slice(1, -1);
	}
}
