import {
	htop,
	monitorOf,
	plain,
	ryzetop,
	wide,
	type Contestant,
} from '../contestants.js';
import {serveFleet, serveUnmarked} from '../fleet.js';
import {watchIdle} from '../idle.js';
import type {Part} from './part.js';

/** What a quiet fleet, polled every two seconds, makes a monitor write. */
export function bytesAt(columns: number, rows: number, rounds: Part['rounds']): Part {
	return {
		name: `bytes, a quiet fleet at ${columns}×${rows}`,
		figures: {'a second': 'bytes'},
		rounds,
		isTogether: true,
		async open({trees, isQuick, atEnd}) {
			const fleet = await serveFleet(ryzetop, 'calm', 100);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			// The plain monitor is left out, because its table does not fit into 80 columns.
			return [...trees.map(tree => monitorOf(tree)), ...htop].map(contestant => ({
				name: contestant.name,
				async take() {
					const span = {intervals: isQuick ? 3 : 5, after: isQuick ? 1.5 : 2};
					const {bytesPerSecond} = await watchIdle(contestant, fleet, {...wide, columns, rows}, span);
					return {'a second': bytesPerSecond};
				},
			}));
		},
	};
}

/** What a monitor costs that nobody looks at. */
export const idle: Part = {
	name: 'idle, 100 instances, polls every 5 s',
	figures: {processor: 'share', resident: 'resident'},
	rounds: {full: 5, quick: undefined},
	isTogether: true,
	async open({trees, atEnd}) {
		const fleet = await serveFleet(ryzetop, 'calm', 100);
		atEnd(async () => fleet[Symbol.asyncDispose]());
		return [...trees.map(tree => monitorOf(tree)), plain, ...htop].map(contestant => ({
			name: contestant.name,
			take: async () => watch(contestant),
		}));

		async function watch(contestant: Contestant) {
			const {processor, megabytes} = await watchIdle(contestant, fleet, {...wide, interval: 5000}, {intervals: 4, after: 1});
			return {processor, resident: megabytes};
		}
	},
};

/** A monitor that records a busy fleet, polled every two seconds. */
export function recordingOf(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `recording, ${instances} instances`,
		figures: {processor: 'share', resident: 'resident'},
		rounds,
		async open({trees, isQuick, atEnd}) {
			const fleet = await serveUnmarked(instances);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			return trees.map(tree => ({
				name: tree.name,
				async take() {
					const {processor, megabytes} = await watchIdle(monitorOf(tree), fleet, wide, {intervals: isQuick ? 2 : 4, after: isQuick ? 1 : 2});
					return {processor, resident: megabytes};
				},
			}));
		},
	};
}
