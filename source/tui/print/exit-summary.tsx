import {Box, renderToString, Text} from 'ink';
import {describeCoarsely, describePrecisely} from '../../core/text/duration.js';
import type {Tracked} from '../../core/fleet/inventory.js';
import {compareNames} from '../../core/text/compare-names.js';
import {stateWord} from '../../core/instance/state-word.js';
import {fit} from '../../core/text/measure.js';
import type {State} from '../store/store.js';
import type {Theme} from '../components/theme.js';
import {RuledTable} from './ruled-table.js';

/** No more instances than this are listed. */
const most = 10;
const widestName = 30;

/** What is printed to the normal screen when the monitor ends: how long it watched, how polling went, and what changed. */
export function describeExit(state: State, {now, columns, theme}: {readonly now: number; readonly columns: number; readonly theme: Theme}): string {
	const changed = state.inventory.tracked.values()
		.filter(({history}) => history.length > 0)
		.toArray()
		.toSorted((one, other) => one.since.at === other.since.at ? compareNames(one.instance.name, other.instance.name) : other.since.at - one.since.at);
	const lines = state.feeds.values().map(({host, polls}) => `ryzetop watched ${host} for ${describePrecisely(now - state.startedAt)}: ${count(polls.made, 'poll')}, ${polls.failed === 0 ? 'none' : polls.failed} failed.`).toArray();
	const rest = changed.length - most;
	const summary = changed.length === 0 ? [] : [`${count(changed.length, 'instance')} changed${rest > 0 ? `, the latest ${most} of them` : ''}:`];
	return renderToString(
		<Box flexDirection='column'>
			{[...lines, ...summary].map(line => <Text key={line} wrap='truncate'>{theme.plain(line)}</Text>)}
			{changed.length === 0 ? undefined : <RuledTable titles={['Name', 'Now', 'For', 'Before', 'Changes']} rows={changed.slice(0, most).map(tracked => describeChanged(tracked, now).map(text => theme.plain(text)))}/>}
		</Box>,
		{columns},
	);
}

function describeChanged({instance, since, history, gone}: Tracked, now: number): readonly string[] {
	const former = history.at(-1)?.from;
	return [
		fit(instance.name, widestName).trimEnd(),
		gone === undefined ? stateWord(instance.state) : 'gone from the list',
		describeCoarsely(now - since.at),
		former === undefined ? '' : stateWord(former),
		String(history.length),
	];
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
