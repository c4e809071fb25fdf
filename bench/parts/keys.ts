import {setTimeout as pause} from 'node:timers/promises';
import {
	htop,
	monitorOf,
	plain,
	ryzetop,
	wide,
	type Contestant,
	type Screen,
} from '../contestants.js';
import {serveFleet, type Fleet} from '../fleet.js';
import {timeKeys, upAndDown, type KeyTimes} from '../key-times.js';
import type {Bench, Part} from './part.js';

/** What is typed into a filter: words that match many rows or few, each taken back again, so that every key writes something. */
const typed = ['state:dis', 'support', 'is:trouble', 'loja -up'].flatMap(word => [...word, ...Array.from(word, () => '\u{7F}')]);

/** Keys that move the selection, with the fleet polled every two seconds. */
export function keysOver(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `key to screen, ${instances} instances`,
		figures: {p50: 'time', p99: 'time', 'of a key': 'processor'},
		rounds,
		open: async bench => openKeys(bench, {
			scenario: 'busy', instances, screen: wide, others: instances === 200 ? [plain, ...htop] : [], opening: [], round: upAndDown,
		}),
	};
}

/** Keys while nothing is polled: what a frame with two changed rows costs. */
export const keysBetweenPolls: Part = {
	name: 'key to screen between two polls, 200 instances',
	figures: {p50: 'time', p99: 'time', 'of a key': 'processor'},
	rounds: {full: 5, quick: 1},
	open: async bench => openKeys(bench, {
		scenario: 'calm', instances: 200, screen: {...wide, interval: 60_000}, others: [plain], opening: [], round: upAndDown,
	}),
};

/** Keys of a filter that is typed over the instances, while they are polled. */
export function typingOver(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `typing a filter, ${instances} instances`,
		figures: {p50: 'time', p99: 'time', 'of a key': 'processor'},
		rounds,
		open: async bench => openKeys(bench, {
			scenario: 'busy', instances, screen: wide, others: [], opening: ['/'], round: typed,
		}),
	};
}

type Keys = {
	readonly scenario: string;
	readonly instances: number;
	readonly screen: Screen;
	/** What is measured beside the trees. */
	readonly others: readonly Contestant[];
	/** Typed before, and not measured. */
	readonly opening: readonly string[];
	readonly round: readonly string[];
};

async function openKeys({trees, isQuick, atEnd}: Bench, {scenario, instances, others, ...keys}: Keys) {
	const fleet = await serveFleet(ryzetop, scenario, instances);
	atEnd(async () => fleet[Symbol.asyncDispose]());
	return [...trees.map(tree => monitorOf(tree)), ...others].map(contestant => ({
		name: contestant.name,
		async take() {
			const {processor, ...times} = await timeOpened(contestant, fleet, {...keys, count: isQuick ? 40 : 110});
			return {...times, 'of a key': processor};
		},
	}));
}

async function timeOpened(
	contestant: Contestant,
	fleet: Fleet,
	{screen, opening, round, count}: Pick<Keys, 'screen' | 'opening' | 'round'> & {readonly count: number},
): Promise<KeyTimes> {
	const program = contestant.start(fleet, screen);
	await contestant.waitForScreen(program, fleet);
	await pause(1500);
	for (const key of opening) {
		await program.press(key);
		await pause(500);
	}

	const times = await timeKeys(program, round, count);
	await program.end();
	return times;
}
