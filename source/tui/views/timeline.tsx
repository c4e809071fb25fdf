import {Box} from 'ink';
import {useEffect} from 'react';
import {isStale} from '../../core/fleet/is-stale.js';
import type {DownCount} from '../../core/fleet/past/fleet-strip.js';
import type {Row} from '../../core/fleet/row.js';
import {firstLook, lastLook} from '../../core/fleet/seen/coverage.js';
import {listRows, type Geometry} from '../../core/screen/geometry.js';
import {span, type Line} from '../../core/screen/span.js';
import {isNoFilter} from '../../core/view/view-state.js';
import {
	bucketsOf,
	changeSpan,
	cursorBucket,
	moveInTime,
	timelineState,
	type Buckets,
} from '../../core/view/timeline/timeline-view.js';
import {
	describeBucket,
	describeFleetBucket,
	fleetRow,
	layoutTimeline,
	type RowPast,
} from '../../core/view/timeline/timeline-lines.js';
import {cursorLabel, rulerLine, spansLine} from '../../core/view/timeline/timeline-ruler.js';
import {useSession, type Session} from '../components/session.js';
import {TextLine} from '../components/text-line.js';
import {TimelineRow} from '../components/timeline-row.js';
import {areSeveralShown} from '../store/has-several.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';
import {
	describeGrid,
	describeWorseAbove,
	gridPosition,
	gridView,
} from './grid.js';
import {gridViewport} from './grid-viewport.js';
import {Instances} from './instances.js';
import {pointRows} from './point-rows.js';
import {
	pageOf,
	type Frame,
	type View,
	type ViewContext,
} from './view.js';

/** Lines above the rows: the strip of the fleet, and the times. The column titles of other lists are one. */
const linesAbove = 2;

/** What the rows of the grid did over a span of time. */
export const timelineView = {
	fills: 'body',
	draw: frame => frame.subject === undefined ? <Instances {...frame} focus='grid'/> : <TimelineBody {...frame}/>,
	describe: (state, session) => ({...describeGrid(state, session), spans: spansLine(timelineState.read(state.view))}),
	position: ({state}, {selectors}) => gridPosition(state, selectors),
	hintWords: () => ({'timeline.toggle': ''}),
	acknowledged: gridView.acknowledged,
	outOfSight(frame, session) {
		return timelineState.read(frame.state.view).cursor === undefined ? worseAbove(frame, session) : describeCursor(frame, session);
	},
	listHeight: timelineRows,
	move({actions, layout}, steps) {
		const height = timelineRows(layout());
		actions.selectionMoved(steps(pageOf(height)), height);
	},
	point(context, pointed) {
		pointRows(context, pointed, {height: timelineRows(context.layout()), above: linesAbove});
	},
	back({actions}) {
		actions.viewClosed();
	},
	escape({actions, state}) {
		const {view} = state();
		if (timelineState.read(view).cursor !== undefined) {
			actions.ownChanged(timelineState, timeline => ({...timeline, cursor: undefined}));
		} else if (isNoFilter(view.filter)) {
			actions.viewClosed();
		} else {
			actions.filterCleared();
		}
	},
	copy: gridView.copy,
	prompt: gridView.prompt,
	commands: {
		'time.earlier'(context) {
			moveCursor(context, -1);
		},
		'time.later'(context) {
			moveCursor(context, 1);
		},
		'span.shorter'({actions}) {
			actions.ownChanged(timelineState, timeline => changeSpan(timeline, -1));
		},
		'span.longer'({actions}) {
			actions.ownChanged(timelineState, timeline => changeSpan(timeline, 1));
		},
	},
} as const satisfies View;

function moveCursor({actions, layout, selectors, state}: ViewContext, steps: number): void {
	const geometry = layout();
	if (geometry.kind !== 'full') {
		return;
	}

	const buckets = bucketsIn(state(), selectors, geometry.body.width);
	actions.ownChanged(timelineState, timeline => moveInTime(timeline, buckets, steps));
}

function timelineRows(geometry: Geometry): number {
	return Math.max(1, listRows(geometry) + 1 - linesAbove);
}

/** The buckets in sight: the last one has the last look at any account. */
function bucketsIn(state: State, selectors: Selectors, width: number): Buckets {
	const {coverage} = selectors.shown(state);
	const now = Math.max(...coverage.values().map(each => lastLook(each)), state.startedAt);
	return bucketsOf(timelineState.read(state.view), layoutTimeline(width).strip, now);
}

function pastOf(row: Row, state: State, selectors: Selectors): RowPast {
	const {account, key} = row.tracked.instance;
	return {row, coverage: selectors.shown(state).coverage.get(account) ?? firstLook(0), older: state.pasts.get(key)?.older ?? nothingOlder};
}

const nothingOlder: RowPast['older'] = [];

/** How many were down in each bucket. Those that are now are known without the memory. */
function countsIn(state: State, selectors: Selectors, {window, count}: Buckets): readonly DownCount[] {
	const {fleetPast} = state;
	const {account} = state.view.filter;
	const past = fleetPast?.buckets.window;
	const known = past?.from === window.from && fleetPast?.account === account && past.to === window.to && fleetPast?.counts.length === count
		? fleetPast.counts
		// Without a memory, and until it was read, the program's own looks tell.
		: selectors.ownCounts(state, window, count);
	const {connected, total} = selectors.counts(state);
	const last = known.at(-1);
	return [...known.slice(0, -1), {down: Math.max(last?.down ?? 0, total - connected), listed: Math.max(last?.listed ?? 0, total)}];
}

/** How many worse rows are out of sight above, as in the grid. */
function worseAbove({state, geometry}: Frame, {selectors, theme: {symbols}}: Session): Line {
	return describeWorseAbove(selectors.worseAbove(state, gridViewport(state, selectors, timelineRows(geometry)).top), symbols);
}

/** What the selected instance did at the cursor, or the fleet where nobody has selected one. */
function describeCursor({state, geometry, now}: Frame, {selectors, time}: Session): Line {
	const timeline = timelineState.read(state.view);
	const buckets = bucketsIn(state, selectors, geometry.body.width);
	const bucket = cursorBucket(timeline, buckets);
	const row = selectors.selected(state);
	if (bucket === undefined || row === undefined) {
		return [];
	}

	return [span(state.view.selection.key === undefined
		? describeFleetBucket(countsIn(state, selectors, buckets)[bucket], buckets, bucket, {time, now})
		: describeBucket(pastOf(row, state, selectors), buckets, bucket, time))];
}

function TimelineBody({state, geometry, now}: Frame) {
	const {selectors, time, past: {recallPasts, recallFleet}, theme: {symbols}} = useSession();
	const {body: {width, height}} = geometry;
	const layout = layoutTimeline(width);
	const timeline = timelineState.read(state.view);
	const buckets = bucketsIn(state, selectors, width);
	const {window: {from, to}, count, length} = buckets;
	const rows = selectors.rows(state);
	const view = gridViewport(state, selectors, timelineRows(geometry));
	const inSight = rows.slice(view.top, view.top + view.count);
	const hasAccount = areSeveralShown(state);
	useEffect(() => {
		recallPasts(inSight.map(({tracked}) => tracked.instance.key), from);
		recallFleet({window: {from, to}, count, length}, state.view.filter.account);
	});
	const bucket = cursorBucket(timeline, buckets);
	const cursor = bucket === undefined ? undefined : {bucket, label: cursorLabel(buckets, bucket, {time, now})};
	// Until a person selects an instance, the cursor tells of the fleet.
	const isOfInstance = state.view.selection.key !== undefined;
	return (
		<Box flexDirection='column' width={width} height={height} overflow='hidden'>
			<TextLine line={fleetRow(countsIn(state, selectors, buckets), layout, symbols)} width={width}/>
			<TextLine line={rulerLine(buckets, {...timeline, cursor}, layout, symbols)} width={width}/>
			{inSight.map((row, line) => (
				<TimelineRow
					key={row.tracked.instance.key}
					{...pastOf(row, state, selectors)}
					buckets={buckets}
					layout={layout}
					width={width}
					isSelected={line === view.line}
					cursor={isOfInstance && line === view.line ? bucket : undefined}
					isStale={isStale(state.fleet.feeds, row.tracked.instance)}
					hasAccount={hasAccount}
				/>
			))}
		</Box>
	);
}
