import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {WatchMemory} from '../../../../source/polling/memory/watch-memory.js';
import {recallPasts} from '../../../../source/tui/past/recall-past.js';
import {noon} from '../../../helpers/fleet.js';
import {createMonitor} from '../store/monitor.js';

test('what is remembered of the rows in sight is looked up between other work, unless others are by then', async () => {
	const {store, actions, selectors, poll} = createMonitor();
	poll([{name: 'a'}, {name: 'b'}, {name: 'c'}], noon);
	const asked: string[] = [];
	const memory: Pick<WatchMemory, 'pastOf'> = {
		pastOf({instance}) {
			asked.push(instance.name);
			// One alone takes longer than a slice.
			for (const began = performance.now(); performance.now() - began < 5;) {
				Math.sqrt(began);
			}

			return [];
		},
	};
	const recalled = Promise.withResolvers<void>();
	const recall = recallPasts({
		store, actions, selectors, now: () => noon, memory: () => memory as WatchMemory, signal: new AbortController().signal, fail: recalled.reject,
	});
	const sizes: number[] = [];
	store.subscribe(({pasts}, before) => {
		if (pasts !== before.pasts) {
			sizes.push(pasts.size);
		}

		if (pasts.size === 3) {
			recalled.resolve();
		}
	});
	const [a, b, c] = selectors.keys(store.getState());
	assert.ok(a !== undefined && b !== undefined && c !== undefined);
	// The key that is pressed next brings other rows into sight before the first ones were looked up.
	recall([a, b], noon - 1000);
	recall([b, c], noon - 2000);
	await recalled.promise;
	assert.deepEqual([asked, sizes], [['a', 'b', 'c'], [1, 3]]);
});
