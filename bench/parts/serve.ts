import type {Part} from './part.js';
import {measureServe, type ServeOptions} from './scrape.js';

type Load = Omit<ServeOptions, 'cli' | 'series' | 'scrapeEvery'>;

/** `serve` while it polls an account and is scraped twice a second. */
export function serveOf(load: Load, rounds: Part['rounds'], series: ServeOptions['series'] = 'all'): Part {
	return {
		name: `serve${series === 'all' ? '' : ` --series ${series}`}, ${load.instances} instances`,
		figures: {
			polls: 'pace', 'a poll and its metrics': 'processor', resident: 'resident', growth: 'resident', 'scrape, p50': 'time', 'scrape, p99': 'time',
			'scrape on the wire': 'size', 'text of a scrape': 'size',
		},
		rounds,
		open: async ({trees}) => trees.map(({name, cli}) => ({
			name,
			async take() {
				const {polls, processor, megabytes, growth, p50, p99, zipped, plain} = await measureServe({
					...load, cli, series, scrapeEvery: 500,
				});
				return {
					polls, 'a poll and its metrics': processor, resident: megabytes, growth, 'scrape, p50': p50, 'scrape, p99': p99,
					'scrape on the wire': zipped / 1000, 'text of a scrape': plain / 1000,
				};
			},
		})),
	};
}
