import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';

/** Simulated account, served by a process of its own so that it does not slow down the benchmark. */
export type Fleet = AsyncDisposable & {
	readonly url: string;
	readonly token: string;
	readonly names: readonly string[];
	readonly list: ReadonlyArray<{readonly id: string; readonly name: string; readonly status: string}>;
};

/** Starts ryzetop's simulator, whose output tells its URL and token, and reads the names of its instances. */
export async function serveFleet(program: string, scenario: string, instances: number): Promise<Fleet> {
	return serve([program, 'simulate', '--scenario', scenario, '--instances', String(instances), '--seed', '1']);
}

/** Starts a simulator of the scenario `busy` whose answers are remembered as those of the API are. */
export async function serveUnmarked(instances: number): Promise<Fleet> {
	return serve(['--import=tsx', 'bench/unmarked.ts', String(instances)]);
}

async function serve(args: readonly string[]): Promise<Fleet> {
	const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
	const variables = new Map<string, string>();
	for await (const line of createInterface(child.stdout)) {
		const {name, value} = /^export (?<name>\w+)='(?<value>[^']*)'$/v.exec(line)?.groups ?? {};
		if (name !== undefined && value !== undefined) {
			variables.set(name, value);
		}

		if (variables.size === 2) {
			break;
		}
	}

	const url = variables.get('RYZE_URL') ?? '';
	const token = variables.get('RYZE_TOKEN') ?? '';
	const response = await fetch(`${url}/api/instance/list`, {headers: {token}});
	const {instances: list} = await response.json() as {readonly instances: Fleet['list']};
	return {
		url,
		token,
		names: list.map(({name}) => name),
		list,
		async [Symbol.asyncDispose]() {
			child.kill();
			await once(child, 'exit');
		},
	};
}
