import assert from 'node:assert/strict';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import test from 'node:test';
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
