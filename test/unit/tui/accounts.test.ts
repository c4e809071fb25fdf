import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {accountId, instanceKey, type AccountId} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {Poller} from '../../../source/polling/poller.js';
import {noon, snapshotOf} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {chooseColumns, severalColumns} from '../../../source/core/columns/choose.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {createSelectors} from '../../../source/tui/store/selectors/selectors.js';
import {drawMonitor} from './drawn-monitor.js';

const prod = accountId('prod');
const lab = accountId('lab');

/** An answer of an account with instances of these names, in this state. */
function answerOf(of: AccountId, names: readonly string[], state = 'connected', at = noon): Outcome {
	const snapshot = snapshotOf(names.map(name => ({name, state})), at);
	return listed({
		...snapshot,
		account: of,
		instances: snapshot.instances.map(instance => ({...instance, account: of, key: instanceKey(of, instance.name)})),
	});
}

function chosenColumns(names: string) {
	const chosen = chooseColumns(names);
	return chosen.kind === 'ok' ? chosen.columns : assert.fail();
}

/** A monitor of two accounts that both have an instance named `same`. */
async function watchTwo(t: TestContext, accounts: readonly AccountId[] = [prod, lab]) {
	const monitor = drawMonitor(20, 120, accounts);
	t.after(monitor.end);
	await monitor.does(() => {
		for (const account of accounts) {
			monitor.polled(answerOf(account, ['same', `own-of-${account}`]), account, 1000);
		}
	});
	const press = async (...chords: readonly string[]) => monitor.does(() => {
		for (const chord of chords) {
			monitor.press(chord);
		}
	});
	const headerOf = (painted: readonly string[]) => painted.find(line => line.startsWith(' ryzetop'))?.replaceAll(/ {2,}/gv, '  ');
	const notice = () => {
		const {name, text} = monitor.state().view.notice ?? {name: '', text: ''};
		return `${name} ${text}`.trim();
	};

	return {
		monitor, press, headerOf, notice,
	};
}

test('`a` walks from all accounts to each alone and back to all, and `Esc` shows all', async t => {
	const {monitor, press, headerOf} = await watchTwo(t);
	const alone = () => monitor.state().view.filter.account;
	assert.equal(headerOf((await press('a')).painted), ' ryzetop  account prod  of 2  ● 2 connected  2');
	assert.equal(alone(), prod);
	assert.equal(headerOf((await press('a')).painted), ' ryzetop  account lab  of 2  ● 2 connected  2');
	assert.equal(headerOf((await press('a')).painted), ' ryzetop  prod ●2  lab ●2  ● 4 connected  4');
	await press('a', '1', 't');
	assert.equal(alone(), prod, 'the timeline shows the same instances');
	await press('a');
	assert.equal(alone(), lab);
	await press('esc');
	assert.deepEqual(monitor.state().view.filter, {
		text: '', state: undefined, account: undefined, isTroubleOnly: false,
	});
	await press('esc');
	assert.equal(monitor.state().view.place, 'grid');
});

test('the account that is shown alone joins the rest of the filter', async t => {
	const {press} = await watchTwo(t);
	const {painted} = await press('1', 'a');
	assert.ok(painted.some(line => line.endsWith('filter account:prod state:connected (2)')), painted[1]);
	assert.equal(painted.filter(line => line.includes('own-of-')).length, 1);
});

test('the column of the accounts goes while one is shown alone, unless it was asked for by name', async t => {
	const {monitor, press} = await watchTwo(t);
	const columnsOf = (selectors: ReturnType<typeof createSelectors>) => selectors.fitted(monitor.state(), 120).map(({column}) => column.id);
	const usual = createSelectors(unicodeSymbols, severalColumns);
	const asked = createSelectors(unicodeSymbols, chosenColumns('name,account'));
	assert.ok(columnsOf(usual).includes('account'));
	await press('a');
	assert.deepEqual([columnsOf(usual).includes('account'), columnsOf(asked)], [false, ['name', 'account']]);
	await press('a', 'a');
	assert.ok(columnsOf(usual).includes('account'));
});

test('the timeline puts the account before each name, unless one is shown alone', async t => {
	const {press} = await watchTwo(t);
	const names = ({painted}: {readonly painted: readonly string[]}) => new Set(painted.flatMap(line => /^(?:▌| ) ● (?<name>\S+) /v.exec(line)?.groups?.name ?? []));
	assert.deepEqual(names(await press('t')), new Set(['lab/own-of-lab', 'lab/same', 'prod/own-of-prod', 'prod/same']));
	assert.deepEqual(names(await press('a')), new Set(['own-of-prod', 'same']));
});

test('the strip of the last hour is that of the account that is shown alone', async t => {
	const {monitor, press} = await watchTwo(t);
	const selectors = createSelectors(unicodeSymbols);
	const lastOf = () => selectors.lastHour(monitor.state()).at(-1);
	await monitor.does(() => {
		monitor.polled(answerOf(lab, ['same', 'own-of-lab'], 'disconnected'), lab);
	});
	assert.deepEqual(lastOf(), {down: 2, listed: 4});
	await press('a');
	assert.deepEqual(lastOf(), {down: 0, listed: 2});
	await press('a');
	assert.deepEqual(lastOf(), {down: 2, listed: 2});
	await monitor.does(() => {
		// The other goes on, and nobody can look at this one any more.
		for (let minutes = 0; minutes < 9; minutes++) {
			monitor.polled(answerOf(prod, ['same'], 'connected', monitor.now() + 60_000), prod, 60_000);
		}
	});
	assert.deepEqual(selectors.lastHour(monitor.state()).slice(-3), [undefined, undefined, undefined]);
});

test('with one account `a` says so and hides nothing', async t => {
	const {monitor, press, notice} = await watchTwo(t, [prod]);
	await press('a');
	assert.equal(notice(), 'there is one account alone: --profile names several');
	assert.equal(monitor.state().view.filter.account, undefined);
});

test('where the account that is shown alone gave no answer yet, its polling says why, and not the filter', async t => {
	const {monitor, press} = await watchTwo(t);
	const third = drawMonitor(20, 120, [prod, lab]);
	t.after(third.end);
	await press('q');
	const {painted} = await third.does(() => {
		third.polled(answerOf(prod, ['same']), prod);
		third.polled({kind: 'unreachable', reason: 'refused'}, lab);
		third.press('a');
		third.press('a');
	});
	assert.ok(painted.includes('lab: unreachable'), painted.join('\n'));
	assert.ok(painted.every(line => !line.includes('No instance matches')));
	assert.equal(monitor.left().length, 1);
});

test('an account that is alone keeps its picture while the other is in trouble, and the header tells of that one', async t => {
	const {monitor, press} = await watchTwo(t);
	await press('a');
	const {painted, dimmed} = await monitor.does(() => {
		monitor.polled({kind: 'unreachable', reason: 'refused'}, lab, 60_000);
	});
	assert.deepEqual(dimmed, []);
	assert.ok(painted.some(line => line.startsWith(' lab: unreachable · 1 live · stale 1m 0')), painted.join('\n'));
});

test('instances of one name in two accounts are two: in the selection, in the detail and its neighbours, and from the events', async t => {
	const {monitor, press} = await watchTwo(t);
	const selected = () => {
		const {key} = monitor.state().view.selection;
		return key === undefined ? undefined : monitor.state().fleet.inventory.tracked.get(key)?.instance.account;
	};

	await monitor.does(() => {
		monitor.polled(answerOf(prod, ['same', 'own-of-prod'], 'disconnected'), prod);
		monitor.polled(answerOf(lab, ['same'], 'disconnected'), lab);
	});
	const titles = ({painted}: {readonly painted: readonly string[]}) => painted.flatMap(line => /^ ○ (?<name>\S+\/same) /v.exec(line)?.groups?.name ?? []);
	const seen = new Set<string>();
	await press('g', 'enter');
	for (let step = 0; step < 4; step++) {
		// eslint-disable-next-line no-await-in-loop -- one key after the other
		for (const name of titles(await press(step === 0 ? '[' : ']'))) {
			seen.add(name);
			assert.ok(name.startsWith(`${selected()}/`), name);
		}
	}

	assert.deepEqual([...seen].toSorted(), ['lab/same', 'prod/same']);
	const {painted} = await press('q', 'e');
	const events = painted.flatMap(line => /\d {2}(?<name>\S+\/\S+)/v.exec(line)?.groups?.name ?? []);
	assert.deepEqual(events.slice(0, 4), ['lab/own-of-lab', 'lab/same', 'prod/own-of-prod', 'prod/same']);
	await press('g', 'j', 'enter');
	assert.equal(selected(), lab);
	await press('q', 'j', 'j', 'enter');
	assert.equal(selected(), prod);
});

test('the events are those of the account that is shown alone, without its name, and a copied line has it', async t => {
	const {monitor, press} = await watchTwo(t);
	await monitor.does(() => {
		monitor.polled(answerOf(prod, ['same', 'own-of-prod'], 'disconnected'), prod);
		monitor.polled(answerOf(lab, ['same'], 'disconnected'), lab);
		monitor.polled({kind: 'unreachable', reason: 'refused'}, lab);
	});
	const selectors = createSelectors(unicodeSymbols);
	const namesOf = ({painted}: {readonly painted: readonly string[]}) => painted.flatMap(line => /\d {2}(?<name>\S+) +connected →/v.exec(line)?.groups?.name ?? []);
	assert.deepEqual(namesOf(await press('a', 'e')), ['own-of-prod', 'same']);
	assert.deepEqual(new Set(selectors.latestLines(monitor.state()).map(line => 'account' in line ? line.account : '')), new Set([prod]));
	await press('y');
	assert.ok(monitor.copied().at(-1)?.includes('  prod/own-of-prod  '), monitor.copied().join('\n'));
	const lines = await press('e', 'a', 'e');
	assert.deepEqual(namesOf(lines), ['same']);
	assert.ok(lines.painted.some(line => line.includes('unreachable')), 'what is wrong with polling it is among them');
});

test('where nothing has happened in the account that is shown alone, that is said of it', async t => {
	const {monitor, press} = await watchTwo(t);
	await monitor.does(() => {
		monitor.polled(answerOf(prod, ['same', 'own-of-prod'], 'disconnected'), prod);
	});
	const {painted} = await press('a', 'a', 'e');
	assert.ok(painted.includes('   Nothing has happened in lab since the monitor began to watch.'), painted.join('\n'));
});

test('what is acknowledged, or has left the list, is named with its account', async t => {
	const {monitor, press, notice} = await watchTwo(t, [prod, lab]);
	await press('g', ' ');
	assert.match(notice(), /^(?:prod|lab)\/\S+ is acknowledged until its state changes$/v);
	const key = monitor.state().view.selection.key ?? assert.fail();
	const {account, name} = monitor.state().fleet.inventory.tracked.get(key)?.instance ?? assert.fail();
	const left = ['same', `own-of-${account}`].filter(other => other !== name);
	for (let poll = 0; poll < 20; poll++) {
		monitor.polled(answerOf(account, left, 'connected', monitor.now() + 5000), account);
	}

	assert.equal(notice(), `${account}/${name} has left the list`);
});

test('accounts of different intervals move together, and each comes back to its own', async t => {
	const monitor = drawMonitor(20, 120, new Map([[prod, 5000], [lab, 30_000]]));
	t.after(monitor.end);
	const notices: string[] = [];
	await monitor.does(() => {
		for (const chord of ['+', '+', '+', '+', '-', '-', '-']) {
			monitor.press(chord);
			notices.push(monitor.state().view.notice?.text ?? '');
		}
	});
	assert.deepEqual(notices, [
		'polling prod every 10s and lab every 1m',
		'polling prod every 30s and lab every 1m',
		'polling every 1m',
		'polling every 1m',
		'polling prod every 30s and lab every 1m',
		'polling prod every 10s and lab every 1m',
		'polling prod every 5s and lab every 30s',
	]);
});

/** A poller that notes its intervals, and answers so when it is asked to poll. */
function pollerOf(result: ReturnType<Poller['pollNow']>): Poller & {readonly noted: number[]} {
	const noted: number[] = [];
	return {
		noted,
		run: async () => undefined,
		pollNow: () => result,
		setInterval(interval) {
			noted.push(interval);
		},
	};
}

test('`+` and `-` move the interval of each account by one step from its own, and say so', async t => {
	const {monitor, press, notice} = await watchTwo(t);
	const pollers = [pollerOf({kind: 'soon'}), pollerOf({kind: 'soon'})] as const;
	monitor.pollers.set(prod, pollers[0]).set(lab, pollers[1]);
	await press('+');
	assert.equal(notice(), 'polling every 10s');
	monitor.commands['poll.slower']();
	monitor.state().intervals.forEach(interval => {
		assert.equal(interval, 30_000);
	});
	await press('+', '+', '-');
	assert.deepEqual(pollers.map(({noted}) => noted), [[10_000, 30_000, 60_000, 30_000], [10_000, 30_000, 60_000, 30_000]], 'at the end of the steps nothing is set');
});

test('`r` polls all accounts that may be polled, and names those that may not', async t => {
	const {monitor, press, notice} = await watchTwo(t);
	const waiting = pollerOf({kind: 'must-wait', until: monitor.now() + 40_000});
	const cases = [
		[[pollerOf({kind: 'soon'}), pollerOf({kind: 'under-way'})], 'refreshing'],
		[[pollerOf({kind: 'under-way'}), pollerOf({kind: 'under-way'})], 'a poll is under way'],
		[[pollerOf({kind: 'soon'}), waiting], 'refreshing the others; the API of lab asked to wait: next try in 40s'],
		[[waiting, waiting], 'the API of prod asked to wait: next try in 40s; the API of lab asked to wait: next try in 40s'],
	] as const;
	for (const [[first, second], words] of cases) {
		monitor.pollers.set(prod, first).set(lab, second);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await press('r');
		assert.equal(notice(), words);
	}
});
