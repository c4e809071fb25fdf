import {runAtOnce} from '../../source/core/polling/slices.js';
import {newFleet} from '../../source/core/fleet/fleet.js';
import {decodeSnapshot} from '../../source/api/decode.js';
import {accountId} from '../../source/core/instance/instance.js';
import {emptyInventory, foldSnapshot, type Inventory} from '../../source/core/fleet/inventory.js';
import type {Snapshot} from '../../source/core/instance/snapshot.js';
import {Secret} from '../../source/core/text/secret.js';
import {unicodeSymbols} from '../../source/core/screen/symbols.js';
import {createSelectors} from '../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../source/tui/store/store.js';
import type {Sample} from '../figures/figure.js';
import {sanitize} from '../../source/core/text/sanitize.js';

const account = accountId('bench');

/**
Runs the stages of a poll one after the other, and returns the milliseconds of each. `changed` is for an answer in which every tenth
instance has another state; rows are made and fitted into 200 columns.
*/
export function runStages(body: string): Sample {
	const [parsed, parse] = timed((): unknown => JSON.parse(body));
	const [snapshot, decode] = timed(() => decodeAt(parsed, 1000));
	const changed = decodeAt(changeStates(JSON.parse(body)), 3000);
	const [first, fold] = timed(() => foldAt(emptyInventory, snapshot));
	const [second, foldChanged] = timed(() => foldAt(first.inventory, changed));
	const selectors = createSelectors(unicodeSymbols);
	const fleet = newFleet([{account, host: sanitize('bench')}]);
	const store = createMonitorStore({fleet, interval: 2000, startedAt: 0});
	store.setState({fleet: {...fleet, inventory: first.inventory}});
	const [, rows] = timed(() => [selectors.rows(store.getState()), selectors.fitted(store.getState(), 200)] as const);
	store.setState({fleet: {...fleet, inventory: second.inventory}});
	const [, rowsChanged] = timed(() => [selectors.rows(store.getState()), selectors.fitted(store.getState(), 200)] as const);
	return {
		parse, decode, fold, 'fold, changed': foldChanged, rows, 'rows, changed': rowsChanged,
	};
}

function foldAt(inventory: Inventory, snapshot: Snapshot) {
	return runAtOnce(foldSnapshot(inventory, snapshot, {at: snapshot.at, elapsed: snapshot.at, interval: 2000}));
}

function decodeAt(parsed: unknown, at: number) {
	const snapshot = decodeSnapshot(parsed, {
		account, at, token: new Secret('token-of-the-benchmark'), wanted: [],
	});
	if (typeof snapshot === 'string') {
		throw new TypeError(`The answer does not decode: ${snapshot}.`);
	}

	return snapshot;
}

/** Gives every tenth instance another state, in place. */
function changeStates(parsed: unknown): unknown {
	const {instances} = parsed as {instances: Array<{status: string; connection?: {state: string}}>};
	for (const [index, instance] of instances.entries()) {
		if (index % 10 !== 0 || instance.connection === undefined) {
			continue;
		}

		instance.connection.state = instance.connection.state === 'connected' ? 'disconnected' : 'connected';
		instance.status = instance.connection.state;
	}

	return parsed;
}

function timed<Result>(run: () => Result): readonly [result: Result, milliseconds: number] {
	const at = performance.now();
	const result = run();
	return [result, performance.now() - at];
}
