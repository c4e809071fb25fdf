import assert from 'node:assert/strict';
import test from 'node:test';
import {foldSilence, newFleet} from '../../../source/core/fleet/fleet.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {healthPage} from '../../../source/serve/health.js';
import {landingPage} from '../../../source/serve/landing-page.js';
import {account, noon, snapshotOf} from '../../helpers/fleet.js';
import {foldOne, listed} from '../../helpers/fold-snapshot.js';

const accounts = [account];
const well = foldOne(newFleet([{account, host: sanitize('api.example')}]), listed(snapshotOf([{name: 'a'}])));
const hour = 60 * 60 * 1000;

test('an API that is gone for an hour is no fault of the program, polls that do not end are', () => {
	const gone = foldOne(well, {kind: 'unreachable', reason: 'refused'}, {at: noon + hour});
	const silent = foldSilence(well, account, {at: noon + hour, elapsed: noon + hour, interval: 5000});
	assert.deepEqual([well, gone, silent].map(fleet => healthPage(fleet, accounts).status), [200, 200, 503]);
	const {body} = healthPage(gone, accounts);
	assert.deepEqual(typeof body === 'string' && JSON.parse(body), {
		status: 'ok',
		accounts: [{
			account, polls: 2, trouble: 'unreachable', dataFrom: new Date(noon).toISOString(),
		}],
	});
});

test('what is watched is a text on the landing page, whatever is in it', () => {
	const {body} = landingPage({version: '1', watched: ['<script>"&"</script>']});
	assert.ok(typeof body === 'string' && body.includes('<li>&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;</li>'));
});
