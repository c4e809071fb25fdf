import path from 'node:path';
import {bareNode, timeCommand} from '../commands.js';
import {own} from '../figures/figure.js';
import {openMemory} from '../inside/memory.js';
import {makeInstances, writeMemory} from '../inside/write-memory.js';
import {freshFolder, type Part} from './part.js';

/** What a memory of ninety days costs, with the sources of this tree. */
export function memoryOf(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `memory of 90 days, ${instances} instances`,
		figures: {
			'size on disk': 'size',
			recall: 'time',
			'recall, longest slice': 'time',
			'shares of 30 days': 'time',
			'shares of 24 hours, 7 and 30 days': 'time',
			'shares, longest slice': 'time',
			'page of the latest 100 events': 'time',
			'page of 100 events of 80 days ago': 'time',
			'all fall at once, longest slice': 'time',
		},
		rounds,
		isInside: true,
		async open({atEnd}) {
			const memory = await openMemory(path.join(freshFolder(atEnd), 'history.db'), instances);
			atEnd(memory.close);
			return [{name: own, take: async () => memory.measure()}];
		},
	};
}

/** The commands that read the memory alone, over the last thirty days. */
export function pastOf(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `past of 30 days, ${instances} instances`,
		figures: {report: 'time', events: 'time'},
		rounds,
		async open({trees, atEnd}) {
			const file = path.join(freshFolder(atEnd), 'history.db');
			await writeMemory(file, 'bench.example', makeInstances(instances), Date.now());
			const timePast = (what: string, args: readonly string[]) => trees.map(({name, cli}) => ({
				name, take: async () => ({[what]: await timeCommand([cli, ...args])}),
			}));
			return [
				{
					name: 'node -e 0',
					async take() {
						const time = await timeCommand(bareNode);
						return {report: time, events: time};
					},
				},
				...timePast('report', ['report', '--history', file]),
				...timePast('events', ['events', '--history', file, '--from', '30d', '--output', 'csv']),
			];
		},
	};
}
