import process from 'node:process';
import {
	Counter,
	Gauge,
	Histogram,
	Registry,
} from 'prom-client';
import type {AccountId} from '../core/instance/instance.js';
import {labelsOf, metrics, type MetricName} from '../core/metrics/table.js';

/** A poll that has ended. */
type CountedPoll = {
	readonly account: AccountId;
	/** Kind of its outcome. */
	readonly outcome: string;
	/** How long it took, in milliseconds. */
	readonly took: number;
};

/** Counts what the program does itself. */
export type ProgramMetrics = {
	/** Names the accounts that are watched from now on before their first polls: their counters begin with zero, those of others go. */
	readonly expect: (accounts: readonly AccountId[]) => void;
	readonly count: (poll: CountedPoll) => void;
	/** Gives the text of the metrics. `memoryBytes` is the size of the memory on the disk, where there is one. */
	readonly text: (memoryBytes: number | undefined) => Promise<string>;
};

/** In seconds. An answer comes within some hundred milliseconds; slow ones of half a minute have been seen. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60];

/**
Makes the metrics that are counted, and those of the program itself, by prom-client. The series of the instances are written by
`core/metrics`: prom-client holds an object for each, whose labels it hashes at every poll and writes at every scrape. For the 130,000
series of 10,000 instances each of the two took some hundred milliseconds in one go, during which nobody else was served. They are written
in slices instead, once for each poll, and a scrape writes nothing.
*/
export function createProgramMetrics(version: string): ProgramMetrics {
	const registry = new Registry();
	const describe = (name: MetricName) => ({
		name, help: metrics[name].help, labelNames: [...labelsOf(name)], registers: [registry],
	});
	const polls = new Counter(describe('ryzetop_polls_total'));
	const durations = new Histogram({...describe('ryzetop_poll_duration_seconds'), buckets});
	const memory = new Gauge(describe('ryzetop_memory_bytes'));
	new Gauge(describe('ryzetop_build_info')).set({version, node: process.versions.node}, 1);
	new Gauge(describe('process_start_time_seconds')).set(Math.round(performance.timeOrigin) / 1000);
	const cpu = new Counter(describe('process_cpu_seconds_total'));
	const resident = new Gauge(describe('process_resident_memory_bytes'));
	let cpuBefore = 0;
	/** The outcomes that were counted of each account. */
	const counted = new Map<AccountId, ReadonlySet<string>>();
	const countPolls = ({account, outcome}: Pick<CountedPoll, 'account' | 'outcome'>, count: number) => {
		counted.set(account, new Set(counted.get(account)).add(outcome));
		polls.inc({account, outcome}, count);
	};

	return {
		expect(accounts) {
			for (const [account, outcomes] of counted) {
				if (accounts.includes(account)) {
					continue;
				}

				counted.delete(account);
				durations.remove({account});
				for (const outcome of outcomes) {
					polls.remove({account, outcome});
				}
			}

			for (const account of accounts) {
				countPolls({account, outcome: 'ok'}, 0);
			}
		},
		count({account, outcome, took}) {
			countPolls({account, outcome}, 1);
			durations.observe({account}, Math.max(0, took) / 1000);
		},
		async text(memoryBytes) {
			const {user, system} = process.cpuUsage();
			const used = (user + system) / 1_000_000;
			cpu.inc(Math.max(0, used - cpuBefore));
			cpuBefore = used;
			resident.set(process.memoryUsage.rss());
			if (memoryBytes === undefined) {
				memory.reset();
				registry.removeSingleMetric('ryzetop_memory_bytes');
			} else {
				registry.registerMetric(memory);
				memory.set(memoryBytes);
			}

			return registry.metrics();
		},
	};
}
