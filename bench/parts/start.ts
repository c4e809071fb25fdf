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
	rounds: {full: 15, quick: 3},
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
		const copyMemory = () => {
			// What a killed program leaves beside its file is not for the next one.
			const own = path.join(mkdtempSync(path.join(folder, 'run-')), 'history.db');
			copyFileSync(kept, own);
			return own;
		};

		const commandsOf = (what: string, args: readonly string[]) => trees.map(({name, cli}) => ({
			name, take: async () => ({[what]: await timeCommand([cli, ...args])}),
		}));
		const monitors = [plain, ...trees.map(tree => monitorOf(tree))];
		return [
			{
				name: 'node -e 0',
				async take() {
					const time = await timeCommand(bareNode);
					return {
						'--version': time, '--help': time, completion: time, 'first full grid': time,
					};
				},
			},
			...commandsOf('--version', ['--version']),
			...commandsOf('--help', ['--help']),
			...commandsOf('completion', ['completion', 'bash']),
			...monitors.map(monitor => ({
				name: monitor.name, take: async () => ({'first full grid': await timeStart(monitor, fleet)}),
			})),
			...monitors.map(monitor => ({
				name: monitor.name,
				take: async () => ({'first full grid, memory of 90 days': await timeStart(monitor, remembered, ['--history', copyMemory()])}),
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
