import {Box, useApp, useWindowSize} from 'ink';
import {useEffect, useLayoutEffect} from 'react';
import {useStore} from 'zustand';
import type {Feed} from '../core/polling/feed.js';
import type {Geometry} from '../core/screen/geometry.js';
import {describeHealth, type HealthContext} from '../core/view/describe-health.js';
import type {Line} from '../core/screen/span.js';
import {layoutPage} from '../core/detail/layout.js';
import {focusedPlace} from '../core/view/view-state.js';
import type {State} from './store/store.js';
import {FilterBar} from './components/filter-bar.js';
import {Footer} from './components/footer.js';
import {Header} from './components/header.js';
import {useSession, type Session} from './components/session.js';
import {Summary} from './components/summary.js';
import {useKeyModes} from './components/use-key-modes.js';
import {useNow} from './components/use-now.js';
import {openView, views} from './views/views.js';
import type {Frame} from './views/view.js';

/** The whole screen, exactly as large as the terminal: a frame one row taller would make Ink erase the screen at every frame. */
export function App() {
	const session = useSession();
	const {store, selectors, layout, mounted} = session;
	const {columns, rows} = useWindowSize();
	const {suspendTerminal} = useApp();
	const state = useStore(store);
	const [feed] = state.fleet.feeds.values();
	const geometry = layout.divide({columns, rows}, state.view);
	const now = useNow(feed !== undefined && isTicking({state, feed, geometry}, session));
	useKeyModes();
	useEffect(() => {
		mounted(suspendTerminal);
	}, [mounted, suspendTerminal]);
	useLayoutEffect(() => {
		layout.drawn({columns, rows});
	}, [layout, columns, rows]);

	if (feed === undefined) {
		return undefined;
	}

	const counts = selectors.counts(state);
	const health = healthContext(state, session, now);
	if (geometry.kind === 'summary') {
		return <Summary feed={feed} counts={counts} health={health} size={geometry.size}/>;
	}

	const {notice, question, detail: detailView, prompt} = state.view;
	const subject = selectors.subject(state, now, session.time);
	const entries = subject === undefined || geometry.detail === undefined
		? []
		: layoutPage(detailView, subject, geometry.detail.fields, session.theme.symbols);
	const frame: Frame = {
		state, feed, geometry, subject, entries, now,
	};
	const open = openView(state);
	const base = views[state.view.place];
	return (
		<Box flexDirection='column' width={columns} height={rows} overflow='hidden'>
			<Header
				feed={feed}
				counts={counts}
				health={health}
				view={base.describe(state, session)}
				mass={selectors.mass(state, now)}
				width={columns}
			/>
			{open.draw(frame)}
			{prompt === undefined || base.prompt === undefined
				? (
					<Footer
						here={focusedPlace(state.view)}
						notice={question === undefined ? (notice !== undefined && notice.until > now ? notice : undefined) : {text: question, tone: 'strong'}}
						position={open.position(frame, session)}
						outOfSight={open.outOfSight?.(frame, session) ?? nothing}
						width={columns}
					/>
				)
				: <FilterBar prompt={prompt.prompt} {...base.prompt.matches(frame, session)} width={columns} row={rows - 1}/>}
		</Box>
	);
}

const nothing: Line = [];

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

