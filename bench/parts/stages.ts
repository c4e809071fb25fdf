import {ryzetop} from '../contestants.js';
import {own} from '../figures/figure.js';
import {serveFleet} from '../fleet.js';
import {runStages} from '../inside/stages.js';
import type {Part} from './part.js';

/** The stages of a poll, one after the other, with the sources of this tree. */
export function stagesOf(instances: number, rounds: Part['rounds']): Part {
	return {
		name: `poll stages, ${instances} instances`,
		figures: {
			parse: 'time', decode: 'time', fold: 'time', 'fold, changed': 'time', rows: 'time', 'rows, changed': 'time',
		},
		rounds,
		isInside: true,
		async open({atEnd}) {
			const fleet = await serveFleet(ryzetop, 'busy', instances);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			const answer = await fetch(`${fleet.url}/api/instance/list`, {headers: {token: fleet.token}});
			const body = await answer.text();
			return [{name: own, take: async () => runStages(body)}];
		},
	};
}
