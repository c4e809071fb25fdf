import {Box, useApp, useWindowSize} from 'ink';
import {useEffect} from 'react';
import {useStore} from 'zustand';
import type {Feed} from '../core/polling/feed.js';
import {divideScreen, type Geometry, type Size} from '../core/screen/geometry.js';
import {describeHealth, type HealthContext} from '../core/view/describe-health.js';
import {layoutHelp} from '../core/view/layout-help.js';
import {describeMass} from '../core/fleet/mass-event.js';
import type {Entry} from '../core/detail/entry.js';
import {layoutPage} from '../core/detail/layout.js';
import {focusedPlace, indexIn} from '../core/view/view-state.js';
import type {State} from './store/store.js';
import {Body} from './body.js';
import {describeMatches, describeView} from './components/describe-view.js';
import {FilterBar} from './components/filter-bar.js';
import {Footer} from './components/footer.js';
import {Header} from './components/header.js';
import {useSession, type Session} from './components/session.js';
import {Summary} from './views/summary.js';
import {useKeys} from './components/use-keys.js';
import {useNow} from './components/use-now.js';

/** The whole screen, exactly as large as the terminal: a frame one row taller would make Ink erase the screen at every frame. */
export function App() {
	const session = useSession();
	const {store, selectors, mounted} = session;
	const {columns, rows} = useWindowSize();
	const {suspendTerminal} = useApp();
	const state = useStore(store);
	const [feed] = state.fleet.feeds.values();
	const geometry = divideScreen({columns, rows}, state.view);
	const now = useNow(feed !== undefined && isTicking({state, feed, geometry}, session));
	useKeys();
	useEffect(() => {
		mounted(suspendTerminal);
	}, [mounted, suspendTerminal]);

	if (feed === undefined) {
		return undefined;
	}

	const size: Size = {columns, rows};
	const counts = selectors.counts(state);
	const health = healthContext(state, session, now);
	if (geometry.kind === 'summary') {
		return <Summary feed={feed} counts={counts} health={health} size={size}/>;
	}

	const {notice, detail: detailView, prompt} = state.view;
	const subject = selectors.subject(state, now, session.time);
	const entries = subject === undefined || geometry.detail === undefined
		? []
		: layoutPage(detailView, subject, geometry.detail.fields, session.theme.symbols);
	return (
		<Box flexDirection='column' width={columns} height={rows} overflow='hidden'>
			<Header
				feed={feed}
				counts={counts}
				health={health}
				view={describeView(state, session)}
				mass={describeMass(state.fleet.masses, selectors.shown(state))}
				width={columns}
			/>
			<Body state={state} feed={feed} geometry={geometry} subject={subject} entries={entries} now={now}/>
			{prompt === undefined
				? (
					<Footer
						here={focusedPlace(state.view)}
						notice={notice !== undefined && notice.until > now ? notice : undefined}
						position={describePosition(state, session, size, entries)}
						width={columns}
					/>
				)
				: <FilterBar prompt={prompt.prompt} {...describeMatches(state, session, prompt.place, entries)} width={columns}/>}
		</Box>
	);
}

type TickingInput = {
	readonly state: State;
	readonly feed: Feed;
	readonly geometry: Geometry;
};

/** Whether the screen shows an age, a countdown or a text that disappears after some time, and so has to be redrawn each second. */
function isTicking({state, feed, geometry}: TickingInput, session: Session): boolean {
	const {notice} = state.view;
	const now = session.now();
	const hasDetail = geometry.kind === 'full' && geometry.detail !== undefined;
	const hasNotice = notice !== undefined && notice.until > now;
	return hasDetail || hasNotice || describeHealth(feed, healthContext(state, session, now)).isTicking;
}

function healthContext(state: State, {selectors, time, theme: {symbols}}: Session, now: number): HealthContext {
	return {
		now, interval: state.interval, heldAt: state.view.held?.at, waiting: selectors.changesSinceHeld(state), time, symbols,
	};
}

/** The position in the list that has the keys, such as `3/44`; lines such as `1-20/31` for the help. Empty where there is none. */
function describePosition(state: State, {selectors}: Session, size: Size, entries: readonly Entry[]): string {
	const {help} = state.view;
	if (help !== undefined) {
		const {lines, height} = layoutHelp(size);
		return lines.length <= height ? '' : `${help + 1}-${Math.min(lines.length, help + height)}/${lines.length}`;
	}

	if (state.view.place === 'events') {
		const events = selectors.events(state);
		const index = state.view.events.selected === undefined ? 0 : events.findIndex(({id}) => id === state.view.events.selected);
		return events.length === 0 ? '' : `${index + 1}/${events.length}`;
	}

	const {place, detail: {find, field}, selection: {key}} = state.view;
	const keys = selectors.keys(state);
	const position = key !== undefined && !keys.includes(key) ? '' : `${indexIn(keys, key) + 1}/${keys.length}`;
	if (place !== 'detail' || find === '') {
		return keys.length === 0 ? '' : position;
	}

	const found = entries.flatMap(({isFound}, index) => isFound ? [index] : []);
	const match = found.includes(field) ? `match ${found.indexOf(field) + 1} of ` : '';
	return `${match}${found.length} found  ${position}`;
}
