import {Box} from 'ink';
import {isStale} from '../../core/fleet/is-stale.js';
import type {Row} from '../../core/fleet/row.js';
import {instanceName} from '../../core/fleet/several/instance-name.js';
import {staleFor} from '../../core/polling/feed.js';
import {splitGap, type Box as Cells} from '../../core/screen/geometry.js';
import {span} from '../../core/screen/span.js';
import {Detail} from '../components/detail.js';
import {Empty} from '../components/empty.js';
import {LatestEvents} from '../components/events.js';
import {Grid} from '../components/grid.js';
import {useSession} from '../components/session.js';
import {TextLine} from '../components/text-line.js';
import {hasSeveral, areSeveralShown} from '../store/has-several.js';
import type {State} from '../store/store.js';
import {describeIgnored, filterWords, isFilterExplained} from './filter-words.js';
import {gridViewport} from './grid-viewport.js';
import type {Frame} from './view.js';

export type InstancesProps = Frame & {
	/** The part that has the keys. */
	readonly focus: 'grid' | 'detail';
};

/**
The body of the grid and of the detail: one of them, both beside each other, or why there is no instance. On a large screen the latest
events stand below the grid.
*/
export function Instances(props: InstancesProps) {
	const {state, now, geometry: {body, events}} = props;
	const {selectors, time} = useSession();
	if (events === undefined) {
		return <InstancesAlone {...props} body={body}/>;
	}

	const context = {
		time, now, massWords: selectors.massWords(state), isFiltered: false, hasSeveral: areSeveralShown(state),
	};
	return (
		<Box flexDirection='column' width={body.width} height={body.height} overflow='hidden'>
			<InstancesAlone {...props} body={{...body, height: body.height - events.height}}/>
			<LatestEvents lines={selectors.latestLines(state)} box={events} context={context}/>
		</Box>
	);
}

function InstancesAlone({
	state, feed, geometry, subject, now, focus, body,
}: InstancesProps & {readonly body: Cells}) {
	const {selectors, wanted, theme: {symbols}} = useSession();
	const {grid, detail} = geometry;
	const rows = selectors.rows(state);
	const selected = selectors.selected(state);
	if (selected === undefined || subject === undefined) {
		const chosen = state.view.filter.account;
		const filter = isFilterExplained(state, selectors) ? filterWords(selectors.filterOfRows(state)) : '';
		const told = (chosen === undefined ? undefined : state.fleet.feeds.get(chosen)) ?? feed;
		// The prompt tells it while a person types.
		const ignored = state.view.prompt === undefined ? describeIgnored(selectors.filter(state), selectors.doubts(state)) : undefined;
		return <Empty feed={told} hasSeveral={hasSeveral(state)} wanted={wanted} filter={filter} ignored={ignored} now={now} box={body}/>;
	}

	return (
		<Box width={body.width} height={body.height} overflow='hidden'>
			{grid === undefined
				? undefined
				: (
					<Grid
						rows={rows}
						view={gridViewport(state, selectors, grid.height)}
						columns={selectors.fitted(state, grid.width)}
						sort={selectors.sortOfRows(state)}
						box={grid}
						hasFocus={focus === 'grid'}
						feeds={state.fleet.feeds}
					/>
				)}
			{grid === undefined || detail === undefined
				? undefined
				: (
					<Box flexDirection='column' width={splitGap}>
						{Array.from({length: body.height}, (_, line) => <TextLine key={line} line={[span(` ${symbols.bar} `, 'dim')]} width={splitGap}/>)}
					</Box>
				)}
			{detail === undefined
				? undefined
				: (
					<Detail
						row={selected}
						subject={subject}
						view={state.view.detail}
						box={detail}
						hasFocus={focus === 'detail'}
						title={instanceName(selected.tracked.instance, hasSeveral(state))}
						staleFor={hasSeveral(state) ? staleOf(selected, state, now) : undefined}
						isStale={isStale(state.fleet.feeds, selected.tracked.instance)}
					/>
				)}
		</Box>
	);
}

/** The age of what is shown of an instance, where the polls of its account fail. The header tells that of one account alone. */
function staleOf({tracked}: Row, {fleet: {feeds}}: State, now: number): number | undefined {
	const feed = feeds.get(tracked.instance.account);
	return feed && staleFor(feed, now);
}
