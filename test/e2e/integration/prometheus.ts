import assert from 'node:assert/strict';
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';

/** A Prometheus that runs on loopback. */
export type Prometheus = AsyncDisposable & {
	/** Gives the series that a query finds, each as its labels and its value. */
	readonly query: (expr: string) => Promise<ReadonlyArray<{readonly metric: Readonly<Record<string, string>>; readonly value: string}>>;
	/** Gives the names of the alerts that fire. */
	readonly firing: () => Promise<ReadonlySet<string>>;
	/** Stops it, and starts it again with the data that it has kept. */
	readonly restart: () => Promise<void>;
};

/** Seconds between two scrapes, and between two evaluations of the rules. */
const every = 1;

/** Says what to install where a program is missing. */
export function requirePrograms(): void {
	for (const program of ['prometheus', 'promtool']) {
		try {
			execFileSync(program, ['--version'], {stdio: 'ignore'});
		} catch {
			assert.fail(`There is no ${program}. Install Prometheus: sudo apt-get install prometheus, or a release of prometheus.io in PATH.`);
		}
	}
}

/** Runs promtool; gives what it prints, and fails where it finds fault. */
export function promtool(words: readonly string[], input?: string): string {
	return execFileSync('promtool', [...words], {
		input, encoding: 'utf8', timeout: 20_000, stdio: ['pipe', 'pipe', 'inherit'],
	});
}

/** Waits until a condition holds; it is looked at a few times a second. */
export async function until(holds: () => Promise<boolean>, what: string, within = 30_000): Promise<void> {
	const end = performance.now() + within;
	// eslint-disable-next-line no-await-in-loop -- It looks again and again.
	while (!await holds()) {
		assert.ok(performance.now() < end, `It did not come to this: ${what}.`);
		// eslint-disable-next-line no-await-in-loop -- It looks again and again.
		await setTimeout(200);
	}
}

/** Starts a Prometheus that scrapes a target on loopback once a second, and evaluates these rules. */
export async function startPrometheus(folder: string, target: string, rules: string): Promise<Prometheus> {
	const config = path.join(folder, 'prometheus.yml');
	writeFileSync(path.join(folder, 'rules.yml'), rules);
	// A text of JSON is one of YAML.
	writeFileSync(config, JSON.stringify({
		global: {scrape_interval: `${every}s`, evaluation_interval: `${every}s`},
		rule_files: ['rules.yml'],
		scrape_configs: [{job_name: 'ryzetop', static_configs: [{targets: [target]}]}],
	}));
	const address = `127.0.0.1:${await findFreePort()}`;
	const ask = async (at: string): Promise<unknown> => {
		const response = await fetch(`http://${address}${at}`);
		const answer: unknown = await response.json();
		assert.ok(response.ok, JSON.stringify(answer));
		return answer;
	};

	const start = async () => {
		const child = spawn('prometheus', [
			`--config.file=${config}`, `--storage.tsdb.path=${path.join(folder, 'data')}`, `--web.listen-address=${address}`, '--log.level=error',
		], {stdio: ['ignore', 'inherit', 'inherit']});
		await until(async () => fetch(`http://${address}/-/ready`).then(({ok}) => ok).catch(() => false), 'Prometheus is ready');
		return child;
	};

	const stop = async (child: ChildProcess) => {
		const ended = once(child, 'close');
		child.kill('SIGTERM');
		await ended;
	};

	let running = await start();
	return {
		async query(expr) {
			const {data} = await ask(`/api/v1/query?query=${encodeURIComponent(expr)}`) as {readonly data: {readonly result: ReadonlyArray<{
				readonly metric: Readonly<Record<string, string>>;
				readonly value: readonly [number, string];
			}>;};};
			return data.result.map(({metric, value: sample}) => ({metric, value: sample[1]}));
		},
		async firing() {
			const {data} = await ask('/api/v1/alerts') as {readonly data: {readonly alerts: ReadonlyArray<{
				readonly state: string;
				readonly labels: Readonly<Record<string, string>>;
			}>;};};
			return new Set(data.alerts.filter(({state}) => state === 'firing').map(({labels}) => labels.alertname ?? ''));
		},
		async restart() {
			await stop(running);
			running = await start();
		},
		async [Symbol.asyncDispose]() {
			await stop(running);
		},
	};
}

async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
