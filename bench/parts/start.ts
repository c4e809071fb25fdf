import {copyFileSync, mkdtempSync} from 'node:fs';
import path from 'node:path';
import {bareNode, timeCommand} from '../commands.js';
import {
	monitorOf,
	plain,
	ryzetop,
	wide,
	type Contestant,
} from '../contestants.js';
import {serveFleet, serveUnmarked, type Fleet} from '../fleet.js';
import {rememberFleet} from '../inside/write-memory.js';
import {freshFolder, type Part} from './part.js';

/** Milliseconds to the exit of commands, and to the first full grid. */
export const start: Part = {
	name: 'start',
	figures: {
		'--version': 'time',
		'--help': 'time',
		completion: 'time',
		'first full grid': 'time',
		'first full grid, memory of 90 days': 'time',
	},
	rounds: {full: 15, quick: 5},
	isWarmedUp: true,
	async open({trees, atEnd}) {
		const fleet = await serveFleet(ryzetop, 'busy', 200);
		const remembered = await serveUnmarked(200);
		atEnd(async () => {
			await fleet[Symbol.asyncDispose]();
			await remembered[Symbol.asyncDispose]();
		});
		const folder = freshFolder(atEnd);
		const kept = path.join(folder, 'kept.db');
		await rememberFleet(kept, remembered);
		const timeGrids = async (contestant: Contestant) => {
			// What a killed program leaves beside its file is not for the next one.
			const own = path.join(mkdtempSync(path.join(folder, 'run-')), 'history.db');
			copyFileSync(kept, own);
			return {
				'first full grid': await timeStart(contestant, fleet),
				'first full grid, memory of 90 days': await timeStart(contestant, remembered, ['--history', own]),
			};
		};

		return [
			{
				name: 'node -e 0',
				async take() {
					const time = await timeCommand(bareNode);
					return {
						'--version': time, '--help': time, completion: time, 'first full grid': time, 'first full grid, memory of 90 days': time,
					};
				},
			},
			{name: 'plain', take: async () => timeGrids(plain)},
			...trees.map(tree => ({
				name: tree.name,
				take: async () => ({
					'--version': await timeCommand([tree.cli, '--version']),
					'--help': await timeCommand([tree.cli, '--help']),
					completion: await timeCommand([tree.cli, 'completion', 'bash']),
					...await timeGrids(monitorOf(tree)),
				}),
			})),
		];
	},
};

async function timeStart(contestant: Contestant, fleet: Fleet, more: readonly string[] = []): Promise<number> {
	const program = contestant.start(fleet, wide, more);
	const time = await contestant.waitForScreen(program, fleet);
	await program.end();
	return time;
}
