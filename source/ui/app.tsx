import {Box, useApp, useWindowSize} from 'ink';
import {useEffect} from 'react';
import {useStore} from 'zustand';
import type {Feed} from '../core/feed.js';
import {divideScreen, type Size} from '../core/geometry.js';
import {describeHealth, type HealthContext} from '../core/health.js';
import {layoutHelp} from '../core/keymap/layout-help.js';
import {describeMass} from '../core/mass-event.js';
import {hereOf, indexIn} from '../core/view-state.js';
import type {State} from '../store/store.js';
import {Body} from './body.js';
import {describeMatches, describeView} from './describe-view.js';
import {FilterBar} from './filter-bar.js';
import {Footer} from './footer.js';
import {Header} from './header.js';
import {useSession, type Session} from './session.js';
import {Summary} from './summary.js';
import {useKeys} from './use-keys.js';
import {useNow} from './use-now.js';

/** The whole screen, exactly as large as the terminal: a frame that is one row taller would make Ink erase everything each time. */
export function App() {
	const session = useSession();
	const {store, derived, mounted} = session;
	const {columns, rows} = useWindowSize();
	const {suspendTerminal} = useApp();
	const state = useStore(store);
	const [feed] = state.feeds.values();
	const now = useNow(feed !== undefined && isTicking(state, feed, session));
	useKeys();
	useEffect(() => {
		mounted(suspendTerminal);
	}, [mounted, suspendTerminal]);

	if (feed === undefined) {
		return undefined;
	}

	const size: Size = {columns, rows};
	const geometry = divideScreen(size, state.view.place);
	const counts = derived.counts(state);
	const health = healthContext(state, session, now);
	if (geometry.kind === 'summary') {
		return <Summary feed={feed} counts={counts} health={health} size={size}/>;
	}

	const {notice} = state.view;
	return (
		<Box flexDirection='column' width={columns} height={rows} overflow='hidden'>
			<Header feed={feed} counts={counts} health={health} view={describeView(state, session)} mass={describeMass(state.mass, derived.shown(state))} width={columns}/>
			<Body state={state} feed={feed} geometry={geometry} now={now}/>
			{state.view.prompt === undefined
				? <Footer here={hereOf(state.view)} notice={notice !== undefined && notice.until > now ? notice : undefined} position={describePosition(state, session, size)} width={columns}/>
				: <FilterBar prompt={state.view.prompt.prompt} {...describeMatches(state, session, state.view.prompt.place)} width={columns}/>}
		</Box>
	);
}

/** Whether anything in sight tells an age, a countdown or something that ends by itself. */
function isTicking(state: State, feed: Feed, session: Session): boolean {
	const {place, notice} = state.view;
	return place === 'detail' || (notice !== undefined && notice.until > session.now()) || describeHealth(feed, healthContext(state, session, session.now())).isTicking;
}

function healthContext(state: State, {derived, time, theme: {signs}}: Session, now: number): HealthContext {
	return {
		now, interval: state.interval, heldAt: state.view.held?.at, waiting: derived.waiting(state), time, signs,
	};
}

function describePosition(state: State, {derived}: Session, size: Size): string {
	if (state.view.help !== undefined) {
		const {lines, height} = layoutHelp(size);
		return lines.length <= height ? '' : `${state.view.help + 1}-${Math.min(lines.length, state.view.help + height)}/${lines.length}`;
	}

	if (state.view.place === 'events') {
		const events = derived.events(state);
		const index = state.view.events.selected === undefined ? 0 : events.findIndex(({id}) => id === state.view.events.selected);
		return events.length === 0 ? '' : `${index + 1}/${events.length}`;
	}

	const keys = derived.keys(state);
	return keys.length === 0 ? '' : `${indexIn(keys, state.view.selection.key) + 1}/${keys.length}`;
}
