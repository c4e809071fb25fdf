import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';

/** A simulated account in a process of its own, so that it does not slow down whoever measures. */
export type Fleet = AsyncDisposable & {
	readonly url: string;
	readonly token: string;
	readonly names: readonly string[];
};

export async function serveFleet(program: string, scenario: string, instances: number): Promise<Fleet> {
	const child = spawn(process.execPath, [program, 'simulate', '--scenario', scenario, '--instances', String(instances), '--seed', '1'], {stdio: ['ignore', 'pipe', 'inherit']});
	const found = new Map<string, string>();
	for await (const line of createInterface(child.stdout)) {
		const {name, value} = /^export (?<name>\w+)='(?<value>[^']*)'$/v.exec(line)?.groups ?? {};
		if (name !== undefined && value !== undefined) {
			found.set(name, value);
		}

		if (found.size === 2) {
			break;
		}
	}

	const url = found.get('RYZE_URL') ?? '';
	const token = found.get('RYZE_TOKEN') ?? '';
	const response = await fetch(`${url}/api/instance/list`, {headers: {token}});
	const {instances: list} = await response.json() as {readonly instances: ReadonlyArray<{readonly name: string}>};
	return {
		url,
		token,
		names: list.map(({name}) => name),
		async [Symbol.asyncDispose]() {
			child.kill();
			await once(child, 'exit');
		},
	};
}
