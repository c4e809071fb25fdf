import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import test from 'node:test';
import {fastClock} from '../../../../bench/fast-clock.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {until} from '../../../helpers/processes.js';
import {program} from '../../../helpers/program.js';
import {openScreen} from '../../../helpers/screen.js';
import {simulate} from '../../../helpers/servers/simulate.js';
import {openServe, type Serving} from '../../serving.js';
import {isLive} from '../../watched.js';

/** The process that records, by the memory's own row; `undefined` where none does, or there is no row yet. */
function holderOf(file: string): string | undefined {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(file, {readOnly: true});
		const {holder, beat} = {...database.prepare('select holder, beat from account').get()};
		return Number(beat) > 0 ? String(holder) : undefined;
	} catch {
		return undefined;
	} finally {
		database?.close();
	}
}

/** Scrapes again and again, with and without gzip, until told to stop; gives how many scrapes came to their end. */
async function scrapeOn({url}: Serving, isOver: () => boolean, isZipped: boolean): Promise<number> {
	let scrapes = 0;
	while (!isOver()) {
		try {
			// eslint-disable-next-line no-await-in-loop -- one after the other
			const response = await fetch(`${url}/metrics`, {headers: {'accept-encoding': isZipped ? 'gzip' : 'identity'}});
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await response.text();
			scrapes += 1;
		} catch {
			break;
		}
	}

	return scrapes;
}

test('ten scrapers at once for a minute cause no call beyond the polls', async () => {
	await using simulator = await simulate({instances: 200});
	await using serving = await openServe(['--interval', '5s', '--no-history'], {of: simulator, limit: 120_000});
	await serving.waitFor('live');
	const end = performance.now() + 60_000;
	const before = simulator.requests();
	const scrapes = await Promise.all(Array.from({length: 10}, async (_, index) => scrapeOn(serving, () => performance.now() > end, index % 2 === 0)));
	const calls = simulator.requests() - before;
	assert.ok(scrapes.every(count => count > 10), `scrapes: ${scrapes.join(' ')}`);
	// Polls are five seconds apart, and never closer; the answer of the last one may still be on its way.
	assert.ok(calls >= 8 && calls <= 13, `${calls} calls`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	test(`it ends within a second at ${signal} while it is scraped, and lets the memory go`, async () => {
		const history = path.join(freshFolder(), 'history.db');
		await using simulator = await simulate({instances: 5000, isMarked: false});
		await using serving = await openServe(['--interval', '1s', '--history', history], {of: simulator, limit: 60_000});
		await serving.until(() => holderOf(history)?.includes(`${serving.child.pid}`) === true);
		let isOver = false;
		const scraping = Array.from({length: 6}, async (_, index) => scrapeOn(serving, () => isOver, index % 2 === 0));
		await serving.until(async () => (await fetch(`${serving.url}/metrics`)).ok);
		const began = performance.now();
		serving.child.kill(signal);
		const ended = await serving.ended;
		const took = performance.now() - began;
		isOver = true;
		await Promise.all(scraping);
		assert.equal(ended, signal === 'SIGTERM' ? 143 : 130);
		assert.ok(took < 1000, `it took ${Math.round(took)} ms`);
		assert.equal(holderOf(history), undefined);
	});
}

test('it takes the memory over from a monitor that records already, which goes on and takes it back when serve has ended', async () => {
	const history = path.join(freshFolder(), 'history.db');
	await using simulator = await simulate({instances: 3, isMarked: false});
	const screen = openScreen(process.execPath, [program, '--url', simulator.url, '--interval', '1s', '--history', history], {
		columns: 110, rows: 24, env: {RYZE_TOKEN: simulator.token, XDG_CONFIG_HOME: '/none'},
	});
	try {
		await screen.waitFor(() => isLive(screen) && holderOf(history) !== undefined, 'the monitor records');
		const monitor = holderOf(history);
		await using serving = await openServe(['--interval', '1s', '--history', history], {of: simulator, limit: 60_000});
		await serving.until(() => holderOf(history)?.includes(`${serving.child.pid}`) === true);
		assert.notEqual(holderOf(history), monitor);
		const before = simulator.requests();
		// Both poll on, each for its own picture.
		await serving.until(() => simulator.requests() > before + 4);
		assert.ok(isLive(screen));
		assert.ok(holderOf(history)?.includes(`${serving.child.pid}`));
		serving.child.kill('SIGTERM');
		await serving.ended;
		await until(() => holderOf(history) === monitor, 'the monitor records again', 60_000);
	} finally {
		await screen.close();
	}
});

test('through an hour without the API it tells the last picture and the trouble, holds no more, and then tells no change that was none', async () => {
	const [speed, interval, hour] = [60, 30, 3600];
	const history = path.join(freshFolder(), 'history.db');
	// Its world stands still.
	const began = Date.now();
	await using simulator = await simulate({instances: 200, isMarked: false, now: () => began});
	await using serving = await openServe(['--interval', `${interval}s`, '--timeout', '60s', '--history', history], {
		of: simulator, limit: 180_000, nodeOptions: [fastClock(speed)],
	});
	const read = async () => (await (await fetch(`${serving.url}/metrics`)).text()).split('\n');
	const valueOf = (lines: readonly string[], beginning: string) => Number(lines.find(line => line.startsWith(beginning))?.split(' ').at(-1));
	/** The lines of the instances whose values no time changes. */
	const pictureOf = (lines: readonly string[]) => lines.filter(line => /^ryzetop_instances?_(?:state|transitions|action|info|fallen)/v.test(line));
	const weigh = () => Number(/VmRSS:\s+(?<kilobytes>\d+)/v.exec(readFileSync(`/proc/${serving.child.pid}/status`, 'utf8'))?.groups?.kilobytes) / 1024;
	const failuresIn = (lines: readonly string[]) => lines.find(line => /^ryzetop_polls_total\{.*"unreachable"/v.test(line))?.split(' ').at(-1);
	await serving.until(async () => valueOf(await read(), 'ryzetop_polls_total{') > 10);

	simulator.beginFault('reset-before-headers');
	await serving.waitFor('unreachable');
	const before = await read();
	const lastGood = valueOf(before, 'ryzetop_last_good_poll_timestamp_seconds{');
	const gone = performance.now();
	/** The metrics when the API is gone for so many minutes. */
	const readAfter = async (minutes: number) => {
		await serving.until(() => (performance.now() - gone) * speed > minutes * 60_000, 90_000);
		return read();
	};

	await readAfter(15);
	const weight = weigh();
	const during = await readAfter(61);
	// It backs off to a minute.
	assert.ok(Number(failuresIn(during)) > 30, failuresIn(during));
	const growth = weigh() - weight;
	assert.ok(growth < 15, `it grew by ${growth} MB`);
	assert.equal((await fetch(`${serving.url}/healthz`)).status, 200);
	assert.equal(valueOf(during, 'ryzetop_account_up{'), 0);
	assert.deepEqual(during.filter(line => line.startsWith('ryzetop_account_trouble{')).map(line => line.replace(/account="[^"]*",/v, '')), [
		'ryzetop_account_trouble{trouble="unreachable"} 1',
	]);
	assert.equal(valueOf(during, 'ryzetop_last_good_poll_timestamp_seconds{'), lastGood);
	assert.equal(pictureOf(during).length > 1000, true);
	assert.deepEqual(pictureOf(during), pictureOf(before));

	simulator.endFault();
	await serving.waitFor('live again');
	let after: readonly string[] = [];
	await serving.until(async () => {
		after = await read();
		return valueOf(after, 'ryzetop_account_up{') === 1;
	});
	assert.ok(valueOf(after, 'ryzetop_last_good_poll_timestamp_seconds{') - lastGood > hour);
	assert.equal(after.some(line => line.startsWith('ryzetop_account_trouble{')), false);
	assert.deepEqual(pictureOf(after), pictureOf(before));
	assert.equal(serving.said().split('\n').length, 6, serving.said());
	serving.child.kill('SIGTERM');
	await serving.ended;
	const database = new DatabaseSync(history, {readOnly: true});
	const watches = database.prepare('select began, seen from watch where instance is null order by began').all();
	database.close();
	assert.equal(watches.length, 2);
	assert.ok((Number(watches[1]?.began) - Number(watches[0]?.seen)) / 1000 > hour, JSON.stringify(watches));
});
