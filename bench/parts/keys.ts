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
import {serveFleet, serveUnmarked, type Fleet} from '../fleet.js';
import {timeKeys, upAndDown, type KeyTimes} from '../key-times.js';
import type {Bench, Part} from './part.js';

/** What is typed into a filter: words that match many rows or few, each taken back again, so that every key writes something. */
const typed = ['state:dis', 'support', 'is:trouble', 'loja -up'].flatMap(word => [...word, ...Array.from(word, () => '\u{7F}')]);

/** Keys that show the instances of one state alone, or those in trouble, and all again. */
const states = ['1', '1', '3', '3', '!', '!', '4', '2', '2', '!', '1', '0'];

/** Keys that sort by the columns one after the other, and turn the order round. */
const sorts = ['>', '>', 'S', '>', '<', '<', 'S', '<', 'S', 'S'];

/** Keys that move the selection, with the fleet polled every two seconds, and recorded where it is large. */
export function keysOver(instances: number, rounds: Part['rounds']): Part {
	return partOf(`key to screen, ${instances} instances`, rounds, {
		...polled(instances), others: instances === 200 ? [plain, ...htop] : [], round: upAndDown,
	});
}

/** Keys while nothing is polled: what a frame with two changed rows costs. */
export const keysBetweenPolls = partOf('key to screen between two polls, 200 instances', {full: 5, quick: 1}, {
	served: 'calm', instances: 200, screen: {...wide, interval: 60_000}, others: [plain], opening: [], round: upAndDown,
});

/** Keys of a filter that is typed over the instances, while they are polled. */
export function typingOver(instances: number, rounds: Part['rounds']): Part {
	return partOf(`typing a filter, ${instances} instances`, rounds, {...polled(instances), opening: ['/'], round: typed});
}

/** Keys that each show other instances of a fleet, while it is polled. */
export function statesOver(instances: number, rounds: Part['rounds']): Part {
	return partOf(`one state alone, ${instances} instances`, rounds, {...polled(instances), round: states});
}

/** Keys that each sort all instances anew, while they are polled. */
export function sortingOver(instances: number, rounds: Part['rounds']): Part {
	return partOf(`sorting, ${instances} instances`, rounds, {...polled(instances), round: sorts});
}

type Keys = {
	/** The scenario of the simulator; `recorded` is `busy` with answers that are remembered as those of the API are. */
	readonly served: 'calm' | 'busy' | 'recorded';
	readonly instances: number;
	readonly screen: Screen;
	/** What is measured beside the trees. */
	readonly others: readonly Contestant[];
	/** Typed before, and not measured. */
	readonly opening: readonly string[];
	readonly round: readonly string[];
};

/** From so many instances on what is polled is recorded as well, as the budget has it. */
const recordedFrom = 10_000;

function polled(instances: number): Omit<Keys, 'round'> {
	return {
		served: instances < recordedFrom ? 'busy' : 'recorded', instances, screen: wide, others: [], opening: [],
	};
}

function partOf(name: string, rounds: Part['rounds'], keys: Keys): Part {
	return {
		name, figures: {p50: 'time', p99: 'time', 'of a key': 'processor'}, rounds, open: async bench => openKeys(bench, keys),
	};
}

async function openKeys({trees, isQuick, atEnd}: Bench, {served, instances, others, ...keys}: Keys) {
	const fleet = served === 'recorded' ? await serveUnmarked(instances) : await serveFleet(ryzetop, served, instances);
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
