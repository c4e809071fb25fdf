import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../source/', import.meta.url));

type Import = {
	readonly from: string;
	/** A path inside `source`, or the name of a package. */
	readonly to: string;
	readonly isLocal: boolean;
	readonly isTypeOnly: boolean;
	readonly isLazy: boolean;
};

type Room = {
	/** The other rooms that it may import. */
	readonly rooms: readonly string[];
	/** Rooms of which it may import only types. */
	readonly types?: readonly string[];
	/** Rooms that it may load only with `import()`, or import types of. */
	readonly lazily?: readonly string[];
	readonly packages: readonly string[];
};

/** Every room of `source`, what it may import of the others, and the packages it may use. */
const rooms: Readonly<Record<string, Room>> = {
	'cli.ts': {rooms: ['process'], lazily: ['commands'], packages: ['node:process']},
	commands: {
		rooms: ['output', 'polling', 'serve', 'history', 'api', 'config', 'cli', 'terminal', 'diagnostics', 'process', 'core'],
		lazily: ['tui', 'simulator'],
		packages: ['node:fs', 'node:path', 'node:process', 'node:stream'],
	},
	tui: {
		rooms: ['api', 'polling', 'diagnostics', 'terminal', 'process', 'core'],
		types: ['config'],
		packages: ['ink', 'ink-table', 'react', 'zustand', 'zustand/vanilla', 'chalk', 'node:process'],
	},
	output: {rooms: ['core'], packages: []},
	polling: {rooms: ['history', 'process', 'core'], types: ['api'], packages: ['node:timers', 'node:timers/promises']},
	serve: {
		rooms: ['process', 'core'],
		packages: ['prom-client', 'node:buffer', 'node:child_process', 'node:events', 'node:http', 'node:net', 'node:process', 'node:stream', 'node:zlib'],
	},
	history: {rooms: ['process', 'core'], packages: ['node:fs', 'node:fs/promises', 'node:path', 'node:process', 'node:url', 'node:sqlite']},
	api: {rooms: ['process', 'core'], packages: ['undici', 'valibot', 'node:zlib', 'node:buffer', 'node:net']},
	config: {
		rooms: ['cli', 'process', 'core'],
		packages: ['node:fs/promises', 'node:path', 'node:os', 'smol-toml'],
	},
	cli: {rooms: ['output', 'core'], packages: ['meow']},
	terminal: {rooms: ['core'], packages: ['node:fs', 'node:process', 'node:child_process', 'node:buffer', 'node:timers/promises']},
	diagnostics: {
		rooms: ['terminal', 'process', 'core'],
		types: ['polling'],
		packages: ['node:fs/promises', 'node:os', 'node:process', 'node:tty'],
	},
	process: {rooms: ['core'], packages: ['node:child_process', 'node:util', 'node:process', 'node:stream', 'node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:module', 'node:tty', 'node:url', 'node:v8', 'node:timers/promises']},
	simulator: {
		rooms: ['core'],
		packages: ['node:http', 'node:net', 'node:zlib', 'node:util'],
	},
	core: {rooms: [], packages: ['string-width', 'libphonenumber-js/min']},
};

/**
The sub-rooms of a room in the order in which they build on each other: each imports only those before it, never its neighbours on one line.
*/
const orders: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
	core: [['text'], ['secrets'], ['json'], ['blocks'], ['instance'], ['polling', 'screen'], ['fleet'], ['filter', 'columns', 'sections', 'report', 'metrics', 'run'], ['detail', 'keymap'], ['view']],
	config: [['file'], ['values'], ['token'], ['custom'], ['settings'], ['']],
};

/**
The imports and exports of other files that begin a line, with `type` or without, and those in a call. The linter holds every file to this
form; the parser of TypeScript finds the same, and takes two seconds for it.
*/
const importForm = /^(?:import|export)(?<type> type)?(?: [^"';=]*? from)? '(?<eager>[^']+)';|\bimport\('(?<lazy>[^']+)'\)/gmv;

const files = globSync('**/*.{ts,tsx}', {cwd: root}).filter(file => !file.endsWith('.d.ts')).map(file => file.split(path.sep).join('/'));
const imports = files.flatMap(file => readImports(file));
const localImports = imports.filter(({isLocal}) => isLocal);

test('there is something to look at', () => {
	assert.ok(files.length > 50);
	assert.ok(imports.length > files.length);
});

test('every room imports only what it may', () => {
	const broken = imports.filter(({from, to, isLocal, isTypeOnly, isLazy}) => {
		const room = rooms[roomOf(from)];
		if (room === undefined) {
			return true;
		}

		if (!isLocal) {
			return !room.packages.includes(to);
		}

		const target = roomOf(to);
		return target !== roomOf(from)
			&& !room.rooms.includes(target)
			&& !(isTypeOnly && room.types?.includes(target))
			&& !((isTypeOnly || isLazy) && room.lazily?.includes(target));
	});
	assert.deepEqual(broken.map(({from, to}) => `${from} imports ${to}`), []);
});

test('every room uses every package that it may import', () => {
	const unused = Object.entries(rooms).flatMap(([name, room]) => {
		const used = new Set(imports.filter(({from}) => roomOf(from) === name).map(({to}) => to));
		return room.packages.filter(permitted => !used.has(permitted)).map(permitted => `${name} imports no ${permitted}`);
	});
	assert.deepEqual(unused, []);
});

test('sub-rooms import only those below them', () => {
	const broken = localImports.filter(({from, to}) => {
		const order = orders[roomOf(from)];
		if (order === undefined || roomOf(from) !== roomOf(to) || shelfOf(from) === shelfOf(to)) {
			return false;
		}

		const [level, targetLevel] = [from, to].map(file => order.findIndex(names => names.includes(shelfOf(file))));
		return level === undefined || targetLevel === undefined || level === -1 || targetLevel === -1 || targetLevel >= level;
	});
	assert.deepEqual(broken.map(({from, to}) => `${from} imports ${to}`), []);
});

test('no file imports itself through others, not even types', () => {
	assert.deepEqual(findCircles(localImports), []);
});

test('no room and no sub-room imports itself through others, not even types', () => {
	const between = (nameOf: (file: string) => string) => localImports
		.map(found => ({from: nameOf(found.from), to: nameOf(found.to)}))
		.filter(({from, to}) => from !== to);
	assert.deepEqual(findCircles(between(roomOf)), []);
	assert.deepEqual(findCircles(between(path.posix.dirname).filter(({from, to}) => !from.startsWith(`${to}/`) && !to.startsWith(`${from}/`))), []);
});

test('no folder holds more than twenty files of its own', () => {
	const everywhere = globSync(['source/**/*', 'test/**/*', 'tools/**/*', 'bench/**/*'], {cwd: path.join(root, '..'), withFileTypes: true}).filter(entry => entry.isFile());
	const crowded = [...Map.groupBy(everywhere, ({parentPath}) => parentPath)].filter(([, entries]) => entries.length > 20);
	assert.deepEqual(crowded.map(([folder, entries]) => `${path.relative(path.join(root, '..'), folder)}: ${entries.length}`), []);
});

test('the command line loads neither the screen nor the simulator before it is asked to', () => {
	const eager = new Set<string>();
	const load = (file: string) => {
		eager.add(file);
		for (const {from, to, isLocal, isTypeOnly, isLazy} of imports) {
			if (from === file && isLocal && !isTypeOnly && !isLazy && !eager.has(to)) {
				load(to);
			}
		}
	};

	load('cli.ts');
	load('commands/dispatch.ts');
	load('commands/run-text.ts');

	// Other packages of the screen are loaded only by the files of `tui`, as the rooms say.
	assert.deepEqual([...eager].filter(file => ['tui', 'simulator'].includes(roomOf(file))), []);
	assert.ok(eager.has('cli/parse-arguments.ts'), 'what the entry loads was found');
});

test('only the entry sets the exit code, and nothing cuts the process short', () => {
	const texts = files.map(file => ({file, text: readFileSync(path.join(root, file), 'utf8')}));
	assert.deepEqual(texts.filter(({text}) => /process\.exitCode\s*=/v.test(text)).map(({file}) => file), ['cli.ts']);
	assert.deepEqual(texts.filter(({text}) => /process\.(?:exit|abort|reallyExit)\(/v.test(text)).map(({file}) => file), []);
});

test('colours are named in the theme alone', () => {
	const named = files.filter(file => /from 'chalk'|\b(?:color|backgroundColor|borderColor)=/v.test(readFileSync(path.join(root, file), 'utf8')));
	assert.deepEqual(named, ['tui/components/theme.ts']);
});

/** The first folder of a file, or the file itself where it stands at the root. */
function roomOf(file: string): string {
	return file.split('/', 1)[0] ?? file;
}

/** The folder inside its room in which a file stands, or nothing for the room's own files. */
function shelfOf(file: string): string {
	const [, shelf = '', inside] = file.split('/', 3);
	return inside === undefined ? '' : shelf;
}

/** Every way from a node back to itself. */
function findCircles(arrows: ReadonlyArray<{readonly from: string; readonly to: string}>): readonly string[] {
	const graph = Map.groupBy(arrows, ({from}) => from);
	const done = new Set<string>();
	const circles = new Set<string>();
	const walk = (node: string, trail: readonly string[]) => {
		if (trail.includes(node)) {
			circles.add([...trail.slice(trail.indexOf(node)), node].join(' -> '));
			return;
		}

		if (done.has(node)) {
			return;
		}

		for (const {to} of graph.get(node) ?? []) {
			walk(to, [...trail, node]);
		}

		done.add(node);
	};

	for (const node of graph.keys()) {
		walk(node, []);
	}

	return [...circles];
}

function readImports(file: string): readonly Import[] {
	const text = readFileSync(path.join(root, file), 'utf8');
	return text.matchAll(importForm).map(({groups: {type, eager, lazy} = {}}) => {
		const specifier = eager ?? lazy ?? assert.fail(file);
		const isLocal = specifier.startsWith('.');
		const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/v, '.ts');
		const to = isLocal ? (files.includes(target) ? target : `${target}x`) : specifier;
		return {
			from: file, to, isLocal, isTypeOnly: type !== undefined, isLazy: lazy !== undefined,
		};
	}).toArray();
}
