import {Box, useApp, useWindowSize} from 'ink';
import {useEffect, useLayoutEffect} from 'react';
import {useStore} from 'zustand';
import {healthFirst} from '../core/columns/sort.js';
import {isInTrouble} from '../core/fleet/row.js';
import {instanceName} from '../core/fleet/several/instance-name.js';
import {stateWord} from '../core/instance/state-word.js';
import type {HintWords} from '../core/keymap/describe.js';
import type {Feed} from '../core/polling/feed.js';
import {footerRows, headerRows, type Geometry} from '../core/screen/geometry.js';
import type {HealthContext} from '../core/view/header/describe-health.js';
import {describeHealths} from '../core/view/header/describe-healths.js';
import {worstFeed} from '../core/view/header/worst-feed.js';
import type {Line} from '../core/screen/span.js';
import type {AccountParts} from '../core/view/header/account-counts.js';
import {positionIn} from '../core/view/menu/listed-menu.js';
import {focusedPlace} from '../core/view/view-state.js';
import {hasSeveral} from './store/has-several.js';
import type {State} from './store/store.js';
import {FilterBar} from './components/filter-bar.js';
import {Footer} from './components/footer.js';
import {Header} from './components/header.js';
import {useSession, type Session} from './components/session.js';
import {Summary} from './components/summary.js';
import {Menu} from './components/menu.js';
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
	const feeds = state.fleet.feeds.values().toArray();
	const feed = worstFeed(feeds);
	const geometry = layout.divide({columns, rows}, state);
	const now = useNow(feed !== undefined && isTicking({state, feeds, geometry}, session));
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
		return (
			<Summary
				feed={feed}
				feeds={feeds}
				counts={counts}
				health={health}
				news={newsOf(state, session, now)}
				question={state.view.question}
				size={geometry.size}
			/>
		);
	}

	const {notice, question, detail: detailView, prompt} = state.view;
	const subject = selectors.subject(state, now, session.time);
	const page = subject === undefined || geometry.detail === undefined ? undefined : session.pages(detailView, subject, geometry.detail);
	const frame: Frame = {
		state, feed, geometry, subject, page, now,
	};
	const open = openView(state);
	const listed = session.listMenu(state);
	const base = views[state.view.place];
	// While a person types, the prompt tells what is ignored of it.
	const parts = base.describe(state, session);
	// What a command printed may come up while a person types in the prompt of the view below.
	const typed = open.prompt ?? base.prompt;
	return (
		<Box flexDirection='column' width={columns} height={rows} overflow='hidden'>
			<Header
				feed={feed}
				feeds={feeds}
				accounts={accountParts(state, session, now)}
				counts={counts}
				health={health}
				view={prompt === undefined ? parts : {...parts, ignored: undefined}}
				mass={selectors.mass(state, now)}
				troubles={selectors.troubles(state)}
				lastHour={selectors.lastHour(state)}
				width={columns}
			/>
			{geometry.menu?.isAlone === true ? undefined : open.draw(aboveMenu(frame))}
			{listed === undefined ? undefined : <Menu listed={listed} geometry={geometry}/>}
			{prompt === undefined || typed === undefined
				? (
					<Footer
						here={focusedPlace(state.view)}
						notice={notice !== undefined && notice.until > now ? notice : undefined}
						question={question}
						position={listed === undefined ? open.position(frame, session) : positionIn(listed)}
						acknowledged={listed === undefined ? open.acknowledged?.(frame, session) : undefined}
						words={listed === undefined ? {...state.view.held !== undefined && heldWords, ...open.hintWords?.(frame, session)} : listed.words}
						outOfSight={open.outOfSight?.(frame, session) ?? nothing}
						width={columns}
					/>
				)
				: <FilterBar prompt={prompt.prompt} completion={prompt.completion} {...typed.matches(frame, session)} width={columns} row={rows - 1}/>}
		</Box>
	);
}

const nothing: Line = [];

/** The frame of a view above an open menu: its screen ends there. */
function aboveMenu(frame: Frame): Frame {
	const {geometry} = frame;
	return geometry.menu === undefined
		? frame
		: {...frame, geometry: {...geometry, size: {...geometry.size, rows: headerRows + geometry.body.height + footerRows}}};
}

/** What a small screen has room for: what happened to many at once, else the worst row where it stands first, unless it is fine. */
function newsOf(state: State, {selectors}: Session, now: number): readonly string[] {
	const mass = selectors.mass(state, now);
	const {by, isReversed} = selectors.sortOfRows(state);
	const [first] = by === healthFirst.by && isReversed === healthFirst.isReversed ? selectors.rows(state) : [];
	const worst = first !== undefined && isInTrouble(first) ? first : undefined;
	return mass.length > 0 || worst === undefined
		? mass
		: [`${instanceName(worst.tracked.instance, hasSeveral(state))}: ${worst.why === '' ? stateWord(worst.tracked.instance.state) : worst.why}`];
}

/** While the picture is held its key lets it go. */
const heldWords: HintWords = {'picture.hold': 'let go'};

type TickingInput = {
	readonly state: State;
	readonly feeds: readonly Feed[];
	readonly geometry: Geometry;
};

/**
Whether the header or the footer shows an age, a countdown or a text that disappears after some time, so that the screen has to be redrawn
each second. The detail does so by itself.
*/
function isTicking({state, feeds, geometry}: TickingInput, session: Session): boolean {
	const {notice} = state.view;
	const now = session.now();
	const hasNotice = notice !== undefined && notice.until > now && notice.until !== Infinity;
	return hasNotice || describeHealths(feeds, healthContext(state, session, now), geometry.size.columns).isTicking;
}

function healthContext(state: State, {selectors, time, theme: {symbols}}: Session, now: number): HealthContext {
	const [interval, ...others] = new Set(state.intervals.values());
	return {
		now,
		interval: others.length === 0 ? interval : undefined,
		heldAt: state.view.held?.at,
		waiting: selectors.changesSinceHeld(state),
		time,
		symbols,
	};
}

/** What the header tells of each account, where there are several. */
function accountParts(state: State, {selectors}: Session, now: number): AccountParts | undefined {
	const {fleet: {feeds}, view: {filter}} = state;
	return hasSeveral(state)
		? {
			feeds: feeds.values().toArray(), counts: selectors.accountCounts(state), alone: filter.account, now,
		}
		: undefined;
}
