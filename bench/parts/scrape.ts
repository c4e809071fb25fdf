import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {Agent, get} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {setTimeout as pause} from 'node:timers/promises';
import {fastClock} from '../fast-clock.js';
import {serveUnmarked} from '../fleet.js';
import {quantile} from '../figures/spread.js';

/** What `ryzetop serve` costs while it is scraped. */
export type ServeCosts = {
	/** Polls that it made in that time. */
	readonly polls: number;
	/** Processor time of a poll with all that follows it, the text of the metrics among that, in milliseconds. */
	readonly processor: number;
	/** Resident memory in megabytes: the median of the last quarter of the time. */
	readonly megabytes: number;
	/** How much more that is than the median of the second quarter: after a warm-up it should be nothing. */
	readonly growth: number;
	/** A scrape with gzip, in milliseconds. */
	readonly p50: number;
	readonly p99: number;
	/** Bytes on the wire, and of the text. */
	readonly zipped: number;
	readonly plain: number;
};

export type ServeOptions = {
	readonly cli: string;
	readonly instances: number;
	readonly seconds: number;
	/** How many times as fast as the real one the program's clock goes: at its interval of five seconds it makes polls faster by that. */
	readonly speed: number;
	/** Between two scrapes, in milliseconds. */
	readonly scrapeEvery: number;
	readonly series: 'all' | 'trouble' | 'none';
};

/** A measurement goes on beyond its seconds until so many polls were made, but no longer than a minute. */
const fewest = 3;
const longest = 60_000;

/** Runs the built program on a simulated account that it records, and scrapes it as Prometheus does. */
export async function measureServe({cli, instances, seconds, speed, scrapeEvery, series}: ServeOptions): Promise<ServeCosts> {
	await using fleet = await serveUnmarked(instances);
	const stateHome = mkdtempSync(path.join(tmpdir(), 'ryzetop-serve-'));
	const child = spawn(process.execPath, [fastClock(speed), cli, 'serve', '--listen', '127.0.0.1:0', '--series', series, '--timeout', '60s'], {
		env: {
			PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', XDG_STATE_HOME: stateHome, RYZE_URL: fleet.url, RYZE_TOKEN: fleet.token,
		},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let url = '';
	for await (const line of createInterface(child.stderr)) {
		url ||= /Listening on (?<url>http:\S+?),/v.exec(line)?.groups?.url ?? '';
		if (/: live(?: again)?\.$/v.test(line)) {
			break;
		}
	}

	child.stderr.resume();
	const agent = new Agent({keepAlive: true});
	const scrape = async () => timeScrape(`${url}/metrics`, agent);
	const weigh = () => {
		const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
		return Number(/VmRSS:\s+(?<kilobytes>\d+)/v.exec(status)?.groups?.kilobytes ?? 0) / 1024;
	};

	const weights: number[] = [];
	const times: number[] = [];
	const before = await readCounts(url);
	const began = performance.now();
	let scraped = -Infinity;
	let polls = 0;
	while (performance.now() - began < seconds * 1000 || (polls < fewest && performance.now() - began < longest)) {
		if (performance.now() - scraped >= scrapeEvery) {
			scraped = performance.now();
			const {time} = await scrape();
			times.push(time);
			if (performance.now() - began >= seconds * 1000) {
				const counts = await readCounts(url);
				polls = counts.polls - before.polls;
			}
		}

		weights.push(weigh());
		await pause(Math.min(100, scrapeEvery));
	}

	const {bytes: zipped} = await scrape();
	const after = await readCounts(url);
	child.kill('SIGTERM');
	await once(child, 'exit');
	agent.destroy();
	rmSync(stateHome, {recursive: true, force: true});
	const quarter = (index: number) => quantile(weights.slice(index * weights.length / 4, (index + 1) * weights.length / 4), 0.5);
	const made = after.polls - before.polls;
	return {
		polls: made, processor: (after.processor - before.processor) / made, megabytes: quarter(3), growth: quarter(3) - quarter(1),
		p50: quantile(times, 0.5), p99: quantile(times, 0.99), zipped, plain: after.plain,
	};
}

async function timeScrape(url: string, agent: Agent): Promise<{readonly time: number; readonly bytes: number}> {
	const {promise, resolve, reject} = Promise.withResolvers<{readonly time: number; readonly bytes: number}>();
	const at = performance.now();
	get(url, {agent, headers: {'accept-encoding': 'gzip'}}, response => {
		let bytes = 0;
		response.on('data', (chunk: Uint8Array) => {
			bytes += chunk.length;
		});
		response.on('end', () => {
			resolve({time: performance.now() - at, bytes});
		});
	}).on('error', reject);
	return promise;
}

/** What the program itself has counted: its polls, and its processor time in milliseconds. */
async function readCounts(url: string): Promise<{readonly polls: number; readonly processor: number; readonly plain: number}> {
	const answer = await fetch(`${url}/metrics`);
	const text = await answer.text();
	const sum = (pattern: RegExp) => text.matchAll(pattern).reduce((total, {groups}) => total + Number(groups?.value), 0);
	return {
		polls: sum(/^ryzetop_polls_total\{[^\n]*\} (?<value>\d+)$/gmv),
		processor: sum(/^process_cpu_seconds_total (?<value>\S+)$/gmv) * 1000,
		plain: text.length,
	};
}
