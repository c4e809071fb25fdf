import {firstLook} from '../../../core/fleet/seen/coverage.js';
import {sharesIn, type Inventory} from '../../../core/fleet/inventory.js';
import {rowOf, rowValidUntil, type Row} from '../../../core/fleet/row.js';
import {factsOf, type Facts} from '../../../core/instance/facts.js';
import type {Tracked} from '../../../core/fleet/tracked.js';
import type {Instance} from '../../../core/instance/instance.js';
import {odditiesOf} from '../../../core/instance/oddities.js';
import {createGrouping} from '../../../core/instance/phone.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import {coarseStep} from '../../../core/text/duration.js';
import type {State} from '../store.js';

/** A row with the times from which and until which its texts stay the same. */
type CachedRow = {
	readonly row: Row;
	/** Start of the run of its account in which it was computed. */
	readonly runStart: number;
	readonly from: number;
	readonly until: number;
};

/** Rows and facts, each computed once for what it depends on. */
export type RowCache = {
	/** Gives the facts of an instance; who knows its oddities hands them in, so that they are not looked for again. */
	readonly factsFor: (instance: Instance, odd?: Facts['odd']) => Facts;
	readonly rowFor: (tracked: Tracked, inventory: Inventory, isAcknowledged: boolean) => Row;
	/** The rows of an inventory, one after the other. */
	readonly rowsIn: (inventory: Inventory, acknowledged: State['view']['acknowledged']) => Iterator<Row, void> & Iterable<Row>;
};

/** The coverage of an instance whose account was never looked at, which has no row. */
const noCoverage = firstLook(0);

/** Makes the cache. The reasons of the rows tell times of day by `time`. */
export function createRowCache(time?: ClockTime): RowCache {
	const cachedFacts = new WeakMap<Instance, Facts>();
	const cachedRows = new WeakMap<Tracked, CachedRow>();
	const grouping = createGrouping();

	const factsFor = (instance: Instance, odd?: Facts['odd']) => {
		const facts = cachedFacts.get(instance) ?? factsOf(instance, {odd, grouping});
		cachedFacts.set(instance, facts);
		return facts;
	};

	const rowFor = (tracked: Tracked, inventory: Inventory, isAcknowledged: boolean) => {
		const coverage = inventory.coverage.get(tracked.instance.account) ?? noCoverage;
		const {run: {from: runStart}, at: now, era} = coverage;
		const cached = cachedRows.get(tracked);
		const shares = sharesIn(inventory, tracked.instance);
		const isCurrent = cached?.runStart === runStart && cached.row.era === era && cached.row.isAcknowledged === isAcknowledged
			&& cached.row.shares === shares;
		if (isCurrent && now >= cached.from && now < cached.until) {
			return cached.row;
		}

		const computed = rowOf(tracked, factsFor(tracked.instance, odditiesOf(tracked.odd)), {
			now, coverage, isAcknowledged, shares, time,
		});
		const row = cached !== undefined && isSameRow(cached.row, computed) ? cached.row : computed;
		cachedRows.set(tracked, {
			row, runStart, from: now, until: rowValidUntil(computed, {now, coverage, time}),
		});
		return row;
	};

	return {
		factsFor,
		rowFor,
		* rowsIn(inventory, acknowledged) {
			for (const tracked of inventory.tracked.values()) {
				yield rowFor(tracked, inventory, acknowledged.get(tracked.instance.key) === tracked.since.at);
			}
		},
	};
}

/** Whether two rows of an instance show the same. Then the cached object is used again, so that the row is not drawn again. */
function isSameRow(one: Row, other: Row): boolean {
	return one.era === other.era
		&& one.isStuck === other.isStuck
		&& one.isFlapping === other.isFlapping
		&& one.isFresh === other.isFresh
		&& one.isNew === other.isNew
		&& one.isAcknowledged === other.isAcknowledged
		&& one.shares === other.shares
		&& one.why === other.why
		&& one.since.bound === other.since.bound
		&& coarseStep(one.lasted) === coarseStep(other.lasted);
}
