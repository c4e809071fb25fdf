import {Box} from 'ink';
import type {Feed} from '../core/polling/feed.js';
import {eventRows, type Geometry} from '../core/screen/geometry.js';
import type {Entry} from '../core/detail/entry.js';
import type {Subject} from '../core/sections/section.js';
import {span} from '../core/screen/span.js';
import {indexIn} from '../core/view/view-state.js';
import {viewport} from '../core/screen/viewport.js';
import type {State} from './store/store.js';
import {filterWords} from './components/describe-view.js';
import {Detail} from './views/detail.js';
import {Empty} from './views/empty.js';
import {Events} from './views/events.js';
import {Grid} from './views/grid.js';
import {Help} from './views/help.js';
import {useSession} from './components/session.js';
import {TextLine} from './components/text-line.js';

export type BodyProps = {
	readonly state: State;
	readonly feed: Feed;
	readonly geometry: Extract<Geometry, {readonly kind: 'full'}>;
	/** The instance that the detail shows. */
	readonly subject: Subject | undefined;
	/** The open section of the detail, laid out. */
	readonly entries: readonly Entry[];
	readonly now: number;
};

/** The part of the screen between header and footer: the help, the events, the grid, the detail, both, or why there is no instance. */
export function Body({
	state, feed, geometry, subject, entries, now,
}: BodyProps) {
	const {selectors, wanted, theme: {symbols}} = useSession();
	const {body, size, grid, detail} = geometry;
	if (state.view.help !== undefined) {
		return <Help size={size} from={state.view.help}/>;
	}

	if (state.view.place === 'events') {
		return (
			<Box width={body.width} height={body.height} overflow='hidden'>
				<Events events={selectors.events(state)} view={state.view.events} box={{width: body.width, height: eventRows(geometry)}}/>
			</Box>
		);
	}

	const rows = selectors.rows(state);
	const selected = selectors.selected(state);
	if (selected === undefined || subject === undefined) {
		const filter = selectors.shown(state).tracked.size === 0 ? '' : filterWords(state.view.filter);
		return <Empty feed={feed} wanted={wanted} filter={filter} now={now} box={body}/>;
	}

	const isStale = feed.trouble !== undefined;
	const parts = [];
	if (grid !== undefined) {
		const {selection} = state.view;
		const view = viewport({...selection, index: indexIn(selectors.keys(state), selection.key)}, grid.height, rows.length);
		parts.push((
			<Grid
				key='grid'
				rows={rows}
				view={view}
				columns={selectors.fitted(state, grid.width)}
				sort={state.view.sort}
				box={grid}
				hasFocus={state.view.place === 'grid'}
				isStale={isStale}
			/>
		));
	}

	if (grid !== undefined && detail !== undefined) {
		parts.push((
			<Box key='rule' flexDirection='column' width={3}>
				{Array.from({length: body.height}, (_, line) => <TextLine key={line} line={[span(` ${symbols.bar} `, 'dim')]} width={3}/>)}
			</Box>
		));
	}

	if (detail !== undefined) {
		parts.push((
			<Detail
				key='detail'
				row={selected}
				subject={subject}
				entries={entries}
				view={state.view.detail}
				box={detail}
				hasFocus={state.view.place === 'detail'}
				isStale={isStale}
			/>
		));
	}

	return <Box width={body.width} height={body.height} overflow='hidden'>{parts}</Box>;
}
