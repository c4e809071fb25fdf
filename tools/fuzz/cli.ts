import process from 'node:process';
import {parseArgs} from 'node:util';
import {createRandom} from '../../source/simulator/instances/random.js';
import '../release/ink-output/register.js';
import {withDeadline} from './deadline.js';
import type {Kind} from './kind.js';

// Npm run fuzz -- KIND NUMBER [--seed SEED] [--case NUMBER]
// The same seed makes the same cases. With --case only that one is run, such as the one that failed, with those before it that shared the
// program with it.

// React's development build keeps every frame that it measures; it reads this when it is loaded.
process.env.NODE_ENV = 'production';

/** TABLE of the kinds. */
const kinds: Readonly<Record<string, () => Promise<Kind>>> = {
	async lists() {
		const {lists} = await import('./lists/fuzz-lists.js');
		return lists;
	},
	async keys() {
		const {keys} = await import('./keys/fuzz-keys.js');
		return keys;
	},
};

const {positionals, values} = parseArgs({
	allowPositionals: true, options: {seed: {type: 'string', default: '1'}, case: {type: 'string'}},
});
const [name = '', number = '1000'] = positionals;
const load = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
const last = values.case === undefined ? Number(number) - 1 : Number(values.case);
if (load === undefined || !Number.isSafeInteger(last) || last < 0) {
	throw new RangeError(`Give a kind (${Object.keys(kinds).join(', ')}) and a number: npm run fuzz -- lists 1000 --seed 1`);
}

/** The longest that one case may take, with all that is done to find out why it failed, in milliseconds. */
const longestCase = 300_000;

const say = (line: string) => {
	process.stdout.write(`${line}\n`);
};

const {seed} = values;
const describeCase = (index: number) => `npm run fuzz -- ${name} --seed ${seed} --case ${index}`;
const began = performance.now();
const kind = await load();
const fuzzer = await withDeadline(kind.start(say), longestCase, 'The start');
const first = values.case === undefined ? 0 : last - (last % kind.shared);
say(`${last - first + 1} ${kind.noun}, seed ${seed}`);
let failed: {readonly index: number; readonly error: unknown} | undefined;
for (let index = first; index <= last && failed === undefined; index++) {
	try {
		// eslint-disable-next-line no-await-in-loop -- one case after the other
		await withDeadline(fuzzer.run(createRandom(name, seed, index)), longestCase, `Case ${index}`);
	} catch (error) {
		failed = {index, error};
	}

	if ((index + 1 - first) % Math.ceil((last + 1 - first) / 10) === 0) {
		say(`  ${index + 1 - first} of ${last + 1 - first}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
	}
}

await withDeadline(fuzzer.close(), longestCase, 'The end').catch((error: unknown) => {
	failed ??= {index: last, error};
});
const seconds = ((performance.now() - began) / 1000).toFixed(0);
if (failed === undefined) {
	say(`${last - first + 1} ${kind.noun} held, seed ${seed}, ${seconds} s: ${fuzzer.describe()}`);
} else {
	process.stderr.write(`${failed.error instanceof Error ? (failed.error.stack ?? failed.error.message) : String(failed.error)}\n`.slice(0, 4000));
	say(`case ${failed.index} of ${kind.noun} failed, seed ${seed}, ${seconds} s; again: ${describeCase(failed.index)}`);
	// What stands still must not keep this process.
	process.exit(1); // eslint-disable-line unicorn/no-process-exit
}
