import assert from 'node:assert/strict';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {createClient} from '../../../source/api/client.js';
import {newFleet, type Fleet} from '../../../source/core/fleet/fleet.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {Secret} from '../../../source/core/text/secret.js';
import type {Random} from '../../../source/simulator/instances/random.js';
import {createActions} from '../../../source/tui/store/actions.js';
import {createSelectors} from '../../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../../source/tui/store/store.js';
import {account, noon} from '../../../test/helpers/fleet.js';
import {foldOne} from '../../../test/helpers/fold-snapshot.js';
import type {Kind} from '../kind.js';
import {createAnswering, type Answering} from './answering.js';
import {hostileList} from './hostile-list.js';
import {createLookFor} from './look-for.js';
import {lookAtOutput} from './look-at-output.js';
import {allColumns, lookAtScreen} from './look-at-screen.js';
import {createStopwatch, type Stopwatch} from './stopwatch.js';

/** Lists that anyone could send, on the path that the program takes: client, parser, fold, store, screen and outputs. */
export const lists: Kind = {
	noun: 'lists',
	shared: 1,
	async start() {
		const api = createAnswering();
		const counts = {
			read: 0, refused: 0, instances: 0, rejected: 0,
		};
		const stopwatch = createStopwatch();
		let cases = 0;
		let warm: number | undefined;
		return {
			async run(random) {
				const outcome = await runCase(random, api, stopwatch);
				stopwatch.endCase();
				cases += 1;
				if (outcome.kind === 'ok') {
					counts.read += 1;
					counts.instances += outcome.snapshot.instances.length;
					counts.rejected += outcome.snapshot.rejected.length;
				} else {
					counts.refused += 1;
				}

				if (cases % casesPerWeighing !== 0) {
					return;
				}

				const heap = weigh();
				warm ??= heap;
				assert.ok(heap < warm + mostGrowth, `the heap has grown by ${heap - warm} bytes in ${cases} lists`);
			},
			describe: () => `${counts.read} read and ${counts.refused} refused, ${counts.instances} instances, ${counts.rejected} items rejected, longest step ${stopwatch.longest()}`,
			close: api.close,
		};
	},
};

const casesPerWeighing = 5000;

/** In bytes. What a list leaves behind is a leak; the heap after a collection differs by a few megabytes. */
const mostGrowth = 50_000_000;

const interval = 5000;

/** Leads a list, the same list again, and perhaps another one through the program. */
async function runCase(random: Random, api: Answering, stopwatch: Stopwatch): Promise<Outcome> {
	const clock = {now: noon};
	const token = new Secret('token-of-the-fuzzer');
	const client = createClient({
		account, baseUrl: api.url, token: {current: () => token, refresh: async () => false}, instances: [], timeout: 60_000,
		now: () => clock.now, dispatcher: api.dispatcher,
	});
	const store = createMonitorStore({fleet: newFleet([{account, host: sanitize('fuzz.example')}]), interval, startedAt: noon});
	const selectors = createSelectors(unicodeSymbols, allColumns);
	const actions = createActions(store, selectors);
	const poll = async (body: Uint8Array) => {
		clock.now += interval;
		api.answerWith(body);
		const outcome = await stopwatch.measure('reading', async () => client.fetchList(new AbortController().signal));
		const before = store.getState().fleet;
		const after = stopwatch.measureNow('folding', () => foldOne(before, outcome, {at: clock.now}));
		stopwatch.measureNow('the rows', () => {
			runAtOnce(actions.fleetPrepared(after));
		});
		stopwatch.measureNow('the store', () => {
			actions.fleetPolled(after, clock.now);
		});
		return {outcome, before, after};
	};

	const list = hostileList(random);
	const look = createLookFor(list.secrets);
	const first = await poll(list.body);
	lookAtScreen({
		random, look, store, selectors, now: clock.now, stopwatch,
	});
	lookAtOutput({
		random, look, fleet: first.after, before: first.before, now: clock.now, stopwatch,
	});
	const again = await poll(list.body);
	assertSame(first.after, again.after, again.outcome);
	if (random.chance(0.1)) {
		const other = hostileList(random);
		await poll(other.body);
		lookAtScreen({
			random, look: createLookFor([...list.secrets, ...other.secrets]), store, selectors, now: clock.now, stopwatch,
		});
	}

	await client.close();
	return first.outcome;
}

/** A list that comes again is no news: every instance keeps its identity, and nothing has happened. */
function assertSame(before: Fleet, after: Fleet, outcome: Outcome): void {
	if (outcome.kind !== 'ok') {
		return;
	}

	assert.equal(after.log.events.length, before.log.events.length, 'the same list again makes no events');
	assert.equal(after.inventory.tracked.size, before.inventory.tracked.size);
	assert.equal(after.inventory.changes.size, 0, 'the same list again changes no field');
	for (const [key, tracked] of after.inventory.tracked) {
		assert.strictEqual(before.inventory.tracked.get(key), tracked, `an instance of the same list again is another object: ${tracked.instance.name.slice(0, 100)}`);
	}
}

function weigh(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	return process.memoryUsage().heapUsed;
}
