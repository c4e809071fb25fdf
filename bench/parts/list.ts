import {timeCommand} from '../commands.js';
import {serveUnmarked} from '../fleet.js';
import type {Part} from './part.js';

/** A bare process that asks for the same answer and parses it. */
const script = `
	const answer = await fetch(process.env.RYZE_URL + '/api/instance/list', {headers: {token: process.env.RYZE_TOKEN}});
	process.stdout.write(String(JSON.parse(await answer.text()).instances.length));
`;

/** The command that prints so many instances. */
export function listOf(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `list, ${instances} instances`,
		figures: {list: 'time', 'list --rules': 'time', 'list --output json': 'time'},
		rounds,
		async open({trees, atEnd}) {
			const fleet = await serveUnmarked(instances);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			const env = {RYZE_URL: fleet.url, RYZE_TOKEN: fleet.token};
			const timeList = (what: string, more: readonly string[]) => trees.map(({name, cli}) => ({
				name, take: async () => ({[what]: await timeCommand([cli, 'list', ...more], env)}),
			}));
			return [
				{
					name: 'fetch and parse',
					async take() {
						const time = await timeCommand(['--input-type=module', '-e', script], env);
						return {list: time, 'list --output json': time};
					},
				},
				...timeList('list', []),
				...timeList('list --rules', ['--rules']),
				...trees.filter(({name}) => name === 'ryzetop').map(({cli}) => ({
					name: 'list',
					take: async () => ({'list --rules': await timeCommand([cli, 'list'], env)}),
				})),
				...timeList('list --output json', ['--output', 'json']),
			];
		},
	};
}
