import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import {foldAlerts, noAlerts} from '../../../source/core/fleet/alerts.js';
import {countAll} from '../../../source/core/fleet/counts.js';
import {emptyInventory} from '../../../source/core/fleet/inventory.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {mask} from '../../../source/core/text/secret.js';
import {describeTitle} from '../../../source/core/view/describe-title.js';
import {findMissing} from '../../../source/output/listing.js';
import {notify, ringBell} from '../../../source/terminal/notify.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';
import {foldSnapshot} from '../../helpers/fold-snapshot.js';

/** The token of `snapshotOf`, with which all lists of the tests are asked for. */
const own = 'account-token-of-the-tests';

const listedToken = '5e1d0c2a-77aa-4d09-a02e-1c9145de678e';

/** All that the bell, the notifications and the title of the terminal write when an instance of this name falls. */
function announcementsOf(name: string): string {
	let written = '';
	const write = (text: string) => {
		written += text;
	};

	let inventory = emptyInventory;
	let state = noAlerts;
	for (const [seconds, word] of [[0, 'connected'], [60, 'disconnected'], [120, 'disconnected']] as const) {
		const now = noon + (seconds * 1000);
		const before = inventory;
		({inventory} = foldSnapshot(before, snapshotOf([{
			name, id: 'a', token: listedToken, state: word,
		}], now)));
		const folded = foldAlerts(state, {
			before, inventory, masses: new Map(), acknowledged: new Map(), now,
		});
		({state} = folded);
		for (const {title, body} of folded.alerts) {
			ringBell(write);
			notify(write, {TERM: 'foot'}, title, body);
		}
	}

	return written + describeTitle({counts: countAll(inventory.tracked.values()), host: sanitize('api.example')}, unicodeSymbols);
}

test('a token in the name of an instance that falls is in no notification and not in the title', () => {
	for (const secret of [own, listedToken, own.replaceAll('-', '%2D'), Buffer.from(own).toString('base64')]) {
		const announced = announcementsOf(`of ${secret}`);
		assert.ok(announced.replace('=:', ':').includes(`;of ${mask}: disconnected\u{7}`), announced);
		assert.ok(!announced.includes(secret), announced);
	}
});

test('an item that could not be read is found by its true name, also where that is a token', () => {
	const snapshot = snapshotOf([{name: own, id: 'a'}, {name: own, id: 'a'}]);
	assert.deepEqual(snapshot.rejected.map(item => item.name), [mask]);
	assert.deepEqual(findMissing([own, 'other'], {...snapshot, instances: []}), ['other']);
});
