import {Box, renderToString, Text} from 'ink';
import {describePrecisely} from '../../core/text/duration.js';
import {staleFor, type Feed} from '../../core/polling/feed.js';
import {describeSeen} from '../../core/fleet/seen/describe-lasted.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import {lastSeenAt, ownCoverage} from '../../core/fleet/seen/own-coverage.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import {seenSince} from '../../core/fleet/seen/since.js';
import {compareNames} from '../../core/text/compare-names.js';
import {stateWord} from '../../core/instance/state-word.js';
import {cutMiddle} from '../../core/text/cut-middle.js';
import {instanceName} from '../../core/fleet/several/instance-name.js';
import {hasSeveral} from '../store/has-several.js';
import type {State} from '../store/store.js';
import type {Theme} from '../components/theme.js';
import {RuledTable} from './ruled-table.js';

/** At most so many instances are listed. */
const mostListed = 10;
const widestName = 30;

type ExitContext = {
	/** How long the monitor ran, in milliseconds. */
	readonly duration: number;
	readonly now: number;
	/** Width of the terminal in cells. */
	readonly columns: number;
	readonly theme: Theme;
};

/**
Makes the text that is printed to the normal screen when the monitor ends: how long it watched, how many polls it made,
and the instances that changed their state.
*/
export function describeExit(state: State, {duration, now, columns, theme}: ExitContext): string {
	const {inventory} = state.fleet;
	const isNamed = hasSeveral(state);
	const changed = inventory.tracked.values().filter(({history}) => history.length > 0).toArray();
	const polling = state.fleet.feeds.values().map(feed => describePolling(feed, {duration, now, isNamed})).toArray();
	const limit = changed.length > mostListed ? `, the latest ${mostListed} of them` : '';
	const summary = changed.length === 0 ? [] : [`${count(changed.length, 'instance')} changed${limit}:`];
	const rows = findLatest(changed).map(tracked => {
		const since = describeSince(tracked, inventory, theme);
		return describeChanged(tracked, {since, name: instanceName(tracked.instance, isNamed)}, theme).map(text => theme.plain(text));
	});
	// The rules of the table are drawn by the library.
	return theme.plain(renderToString(
		<Box flexDirection='column'>
			{[...polling, ...summary].map(line => <Text key={line} wrap='truncate'>{theme.plain(line)}</Text>)}
			{rows.length === 0 ? undefined : <RuledTable titles={['Name', 'Now', 'For', 'Before', 'Changes']} rows={rows}/>}
		</Box>,
		{columns},
	));
}

/**
The instances that changed last, the latest first. Only those of the latest times are put in order: names take so long to
compare that all of a large fleet would hold up the end of the program.
*/
function findLatest(changed: readonly Tracked[]): readonly Tracked[] {
	const times = [...new Set(changed.map(({since}) => since.at))].toSorted((one, other) => other - one);
	const latest: Tracked[] = [];
	for (const at of times) {
		if (latest.length >= mostListed) {
			break;
		}

		const ofOneTime = changed.filter(({since}) => since.at === at);
		latest.push(...ofOneTime.slice(0, mostCompared).toSorted((one, other) => compareNames(one.instance.name, other.instance.name)));
	}

	return latest.slice(0, mostListed);
}

/** Of more instances that changed at one time, those that come first in the list are shown. */
const mostCompared = 1000;

/** What describes the polling of an account: it is named where it is one of several. */
type PollingContext = Pick<ExitContext, 'duration' | 'now'> & {readonly isNamed: boolean};

function describePolling(feed: Feed, {duration, now, isNamed}: PollingContext): string {
	const {host, name, polls} = feed;
	const age = staleFor(feed, now);
	const failed = polls.failed === 0 ? 'none' : polls.failed;
	return `ryzetop watched ${isNamed ? `${name} at ${host}` : host} for ${describePrecisely(duration)}: ${count(polls.made, 'poll')}, ${failed} failed.${age === undefined ? '' : ` The last good answer is ${describePrecisely(age)} old.`}`;
}

/** Describes for how long an instance was seen in its state; nothing is said of the time after the last answer that listed it. */
function describeSince(tracked: Tracked, {coverage}: Inventory, {symbols}: Theme): string {
	const watched = coverage.get(tracked.instance.account);
	if (watched === undefined) {
		return '';
	}

	const {at, bound} = seenSince(tracked.since, ownCoverage(tracked, watched));
	return describeSeen(Math.max(0, lastSeenAt(tracked, watched) - at), bound, symbols) ?? '?';
}

/** What is told of an instance that depends on its account. */
type Named = {readonly since: string; readonly name: string};

function describeChanged({instance, history, gone}: Tracked, {since, name}: Named, {symbols}: Theme): readonly string[] {
	const previous = history.latest?.former.state;
	return [
		cutMiddle(name, widestName, symbols.ellipsis),
		gone === undefined ? stateWord(instance.state) : 'gone from the list',
		since,
		previous === undefined ? '' : stateWord(previous),
		String(history.seen),
	];
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
