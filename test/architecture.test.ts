import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../source/', import.meta.url));

type Import = {
	readonly from: string;
	readonly to: string;
	/** A path inside `source`, or the name of a package. */
	readonly isLocal: boolean;
	readonly isTypeOnly: boolean;
	readonly isLazy: boolean;
};

/** What each layer may import: other layers (`types` only their types), and packages. */
const layers: Readonly<Record<string, {readonly inside: readonly string[]; readonly types?: readonly string[]; readonly outside: readonly string[]}>> = {
	core: {inside: ['core'], outside: ['string-width', 'libphonenumber-js/min']},
	api: {inside: ['core', 'api'], outside: ['undici', 'valibot', 'node:zlib', 'node:buffer', 'node:timers/promises']},
	store: {inside: ['core', 'store'], outside: ['zustand/vanilla']},
	runtime: {inside: ['core', 'runtime'], types: ['store'], outside: ['node:timers']},
	config: {inside: ['core', 'config'], outside: ['node:fs', 'node:fs/promises', 'node:path', 'node:os', 'node:process', 'node:child_process', 'smol-toml']},
	output: {inside: ['core', 'output'], outside: ['node:stream']},
	files: {inside: ['core', 'files'], outside: ['node:fs']},
	terminal: {inside: ['core', 'terminal'], outside: ['node:process', 'node:tty', 'node:child_process', 'node:buffer']},
	ui: {inside: ['core', 'store', 'terminal', 'ui'], outside: ['ink', 'ink-table', 'react', 'zustand', 'chalk']},
	simulator: {inside: ['core', 'simulator'], types: ['api'], outside: ['node:http', 'node:net', 'node:tls', 'node:zlib', 'node:crypto', 'node:stream', 'node:stream/promises', 'node:util', 'node:events']},
};

/** What the entry may reach before it knows what is asked for: nothing that draws, and not the simulator. */
const lazyLayers: ReadonlySet<string> = new Set(['ui', 'simulator']);

const files = globSync('**/*.{ts,tsx}', {cwd: root}).filter(file => !file.endsWith('.d.ts')).map(file => file.split(path.sep).join('/'));
const imports = files.flatMap(file => readImports(file));

test('there is something to look at', () => {
	assert.ok(files.length > 50);
	assert.ok(imports.length > files.length);
});

test('every layer imports only what it may', () => {
	const broken = imports.filter(({from}) => from.includes('/')).filter(found => {
		const allowed = layers[layerOf(found.from)];
		if (allowed === undefined) {
			return true;
		}

		return found.isLocal
			? !allowed.inside.includes(layerOf(found.to)) && !(found.isTypeOnly && allowed.types?.includes(layerOf(found.to)))
			: !allowed.outside.includes(found.to);
	});
	assert.deepEqual(broken.map(({from, to}) => `${from} imports ${to}`), []);
});

test('no module imports itself through others', () => {
	const graph = Map.groupBy(imports.filter(({isLocal, isTypeOnly}) => isLocal && !isTypeOnly), ({from}) => from);
	const done = new Set<string>();
	const cycles: string[] = [];
	const walk = (file: string, trail: readonly string[]) => {
		if (trail.includes(file)) {
			cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
			return;
		}

		if (done.has(file)) {
			return;
		}

		for (const {to} of graph.get(file) ?? []) {
			walk(to, [...trail, file]);
		}

		done.add(file);
	};

	for (const file of files) {
		walk(file, []);
	}

	assert.deepEqual(cycles, []);
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
	load('run.ts');
	load('report.ts');

	// Other packages of the screen are loaded only by the files of the `ui` folder, as the layers say.
	assert.deepEqual([...eager].filter(file => lazyLayers.has(layerOf(file))), []);
	assert.ok(eager.has('flags.ts'), 'what the entry loads was found');
});

test('only the entry sets the exit code, and nothing cuts the process short', () => {
	const texts = files.map(file => ({file, text: readFileSync(path.join(root, file), 'utf8')}));
	assert.deepEqual(texts.filter(({text}) => /process\.exitCode\s*=/v.test(text)).map(({file}) => file), ['cli.ts']);
	assert.deepEqual(texts.filter(({text}) => /process\.(?:exit|abort|reallyExit)\(/v.test(text)).map(({file}) => file), []);
});

test('colours are named in the theme alone', () => {
	const named = files.filter(file => /from 'chalk'|\b(?:color|backgroundColor|borderColor)=/v.test(readFileSync(path.join(root, file), 'utf8')));
	assert.deepEqual(named, ['ui/theme.ts']);
});

function layerOf(file: string): string {
	return file.includes('/') ? file.slice(0, file.indexOf('/')) : 'source';
}

function readImports(file: string): readonly Import[] {
	const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	const found: Import[] = [];
	const add = (specifier: string, isTypeOnly: boolean, isLazy: boolean) => {
		const isLocal = specifier.startsWith('.');
		const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/v, '.ts');
		const to = isLocal ? (files.includes(target) ? target : `${target}x`) : specifier;
		found.push({
			from: file, to, isLocal, isTypeOnly, isLazy,
		});
	};

	const visit = (node: ts.Node) => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
			add(node.moduleSpecifier.text, ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly, false);
		} else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			const [specifier] = node.arguments;
			if (specifier !== undefined && ts.isStringLiteral(specifier)) {
				add(specifier.text, false, true);
			}
		}

		node.forEachChild(visit);
	};

	visit(source);
	return found;
}
