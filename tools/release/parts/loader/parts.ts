import type fs from 'node:fs';
import type vm from 'node:vm';
import type {CodeCache, KeptCode} from './code-cache.js';

/** What a part exports, by its names. */
type Exports = Readonly<Record<string, unknown>>;

/** What a part has of the module that it is: the address of its file. */
type Meta = {readonly url: string};

/** A part is the text of one function, which at its end gives what it exports. */
type Run = (load: (file: string) => Exports, give: (exports: Exports) => void, meta: Meta) => void;

/** The parts of the built program, which are scripts, and are loaded by their names. */
export type Parts = {
	/** Loads a part, and those that it asks for, once. It throws what a part throws, and the error of the system where its file is gone. */
	readonly load: (file: string) => Exports;
	/** Keeps the compiled code of what was loaded, where that is more than was kept; what is loaded later is not kept. */
	readonly settle: () => void;
};

type PartsOptions = {
	/** Address of the entry, which the parts lie beside. */
	readonly entry: string;
	readonly cache: CodeCache;
	readonly fs: Pick<typeof fs, 'existsSync' | 'readFileSync'>;
	readonly vm: Pick<typeof vm, 'Script'>;
	readonly crc32: (text: string) => number;
};

type Loaded = {readonly text: number; readonly script: vm.Script; readonly wasKept: boolean};

const nothing: KeptCode = {runs: 0, parts: {}};

/** So many runs add what they compiled to what is kept: the first may have seen an empty account, or no memory. */
export const learningRuns = 3;

/**
Makes the loader of the parts.

Why: Node keeps compiled code of a module as it is before any of it has run, without the functions that V8 compiles when they are called.
The monitor calls 2,300 of them until its first grid. What is kept here was made after they were called.
*/
export function createParts({entry, cache, fs, vm, crc32}: PartsOptions): Parts {
	const modules = new Map<string, Exports>();
	const scripts = new Map<string, Loaded>();
	let kept: KeptCode | undefined;
	let isSettled = false;
	const takeCode = (name: string, text: number) => {
		kept ??= cache.read();
		const {runs, parts: {[name]: part, ...others}} = kept;
		kept = {runs, parts: others};
		return part?.text === text ? part.code : undefined;
	};

	const load = (file: string): Exports => {
		const name = file.replace('./', '');
		const existing = modules.get(name);
		if (existing !== undefined) {
			return existing;
		}

		const url = new URL(file, entry);
		const text = fs.readFileSync(url, 'utf8');
		const checksum = crc32(text);
		const cachedData = takeCode(name, checksum);
		const script = new vm.Script(text, {filename: url.href, ...cachedData !== undefined && {cachedData}});
		if (!isSettled) {
			scripts.set(name, {text: checksum, script, wasKept: script.cachedDataRejected === false});
		}

		const run = script.runInThisContext() as Run;
		let exports: Exports = {};
		run(load, given => {
			exports = given;
		}, {url: url.href});
		modules.set(name, exports);
		return exports;
	};

	return {
		load,
		settle() {
			const {runs, parts} = kept ?? nothing;
			const isWhole = scripts.values().every(({wasKept}) => wasKept);
			if (scripts.size > 0 && (runs < learningRuns || !isWhole)) {
				const others = Object.entries(parts).filter(([name]) => fs.existsSync(new URL(name, entry)));
				const compiled = scripts.entries().map(([name, {text, script}]) => [name, {text, code: script.createCachedData()}] as const);
				cache.write({runs: isWhole ? runs + 1 : 1, parts: Object.fromEntries([...others, ...compiled])});
			}

			kept = nothing;
			isSettled = true;
			scripts.clear();
		},
	};
}
