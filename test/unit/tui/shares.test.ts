import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chooseColumns} from '../../../source/core/columns/choose.js';
import {tellShares, type ToldShares} from '../../helpers/history/told-shares.js';
import {account} from '../../helpers/fleet.js';
import {drawMonitor} from './drawn-monitor.js';

const chosen = chooseColumns('state,name,up24h');
const names = ['shop-1', 'shop-2', 'shop-3'];

test('what the memory tells paints the rows whose share is another one, and nothing where it tells the same', async t => {
	const monitor = drawMonitor(20, 80, [account], {columns: chosen.kind === 'ok' ? chosen.columns : []});
	t.after(monitor.end);
	const poll = async () => monitor.poll(names.map(name => ({name, state: 'connected'})));
	await monitor.does(poll);
	const tell = async (told: ToldShares) => monitor.does(() => {
		monitor.change(fleet => ({...fleet, inventory: tellShares(fleet.inventory, told)}));
	});
	const shares = (hours: number): ToldShares => Object.fromEntries(names.map((name, index) => [name, {up24h: [index === 0 ? hours : 24, 24]}]));
	const shareAmong = (lines: readonly string[]) => lines.flatMap(line => /shop-\d.*/v.exec(line)?.[0].replaceAll(/\s+/gv, ' ') ?? []);

	assert.deepEqual(shareAmong((await tell(shares(12))).painted), ['shop-1 50.0%', 'shop-2 100%', 'shop-3 100%']);
	assert.deepEqual(shareAmong((await tell(shares(11))).painted), ['shop-1 45.8%']);
	// Behind the digits that are shown, for a filter and the sort.
	assert.equal((await tell(shares(11.005))).bytes, 0);
	const unchanged = await tell(shares(11.005));
	assert.deepEqual([unchanged.painted, unchanged.bytes], [[], 0]);
	assert.deepEqual(shareAmong((await monitor.does(poll)).painted), [], 'a poll leaves them');
});
