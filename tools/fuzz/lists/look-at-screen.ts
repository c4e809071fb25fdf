import {columns as columnsById} from '../../../source/core/columns/columns.js';
import {copyField, copyPath} from '../../../source/core/detail/copy.js';
import {layoutSection} from '../../../source/core/detail/layout.js';
import {parseFilter} from '../../../source/core/filter/parse.js';
import {fitLine, lineWidth} from '../../../source/core/screen/line.js';
import {span} from '../../../source/core/screen/span.js';
import {asciiSymbols, unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sectionIds} from '../../../source/core/sections/sections.js';
import {describeEvent} from '../../../source/core/view/events/describe-event.js';
import {describeHealth} from '../../../source/core/view/header/describe-health.js';
import type {Random} from '../../../source/simulator/instances/random.js';
import {rowCells} from '../../../source/tui/components/grid-row.js';
import type {Selectors} from '../../../source/tui/store/selectors/selectors.js';
import type {Store} from '../../../source/tui/store/store.js';
import {account} from '../../../test/helpers/fleet.js';
import {utc} from '../../../test/helpers/utc.js';
import {hostileText} from './hostile-text.js';
import type {LookFor} from './look-for.js';
import type {Stopwatch} from './stopwatch.js';

/** Sections of the detail that are laid out for a list: they take most of the time. */
const sectionsLookedAt = 1;

export const allColumns = Object.values(columnsById);

export type Shown = {
	readonly random: Random;
	readonly look: LookFor;
	readonly store: Store;
	readonly selectors: Selectors;
	readonly now: number;
	readonly stopwatch: Stopwatch;
};

/** Looks at what the monitor draws of its store: the header, the grid with a filter, events, and the detail of the first row. */
export function lookAtScreen(shown: Shown): void {
	const {random, look, store, selectors, now, stopwatch} = shown;
	const filter = random.chance(0.3) ? randomFilter(random) : '';
	const {view} = store.getState();
	store.setState({view: {...view, filter: {...view.filter, text: filter}, sort: {by: random.chance(0.5) ? 'health' : 'name', isReversed: random.chance(0.3)}}});
	const state = store.getState();
	const width = random.between(20, 220);
	const symbols = random.chance(0.8) ? unicodeSymbols : asciiSymbols;
	stopwatch.measureNow('the grid', () => {
		const fitted = selectors.fitted(state, width);
		for (const row of selectors.rows(state).slice(0, 20)) {
			look.line(fitLine([span('  '), ...rowCells(row, fitted, symbols)], width, symbols.ellipsis), width, 'the grid');
		}
	});
	look.text(parseFilter(filter).ignored.map(({text, why}) => text + why).join(' '), 'the filter');
	const feed = state.fleet.feeds.get(account);
	const health = feed && describeHealth(feed, {
		now, interval: 5000, heldAt: undefined, waiting: 0, time: utc, symbols,
	});
	for (const part of health?.parts ?? []) {
		look.text(part.map(({text}) => text).join(''), 'the header');
	}

	stopwatch.measureNow('the events', () => {
		for (const event of selectors.events(state).slice(0, 20)) {
			look.line(fitLine(describeEvent(event, utc, now), width, symbols.ellipsis), width, 'the events');
		}
	});
	lookAtDetail(shown, width);
}

function lookAtDetail({random, look, store, selectors, now, stopwatch}: Shown, width: number): void {
	const subject = selectors.subject(store.getState(), now, utc);
	if (subject === undefined) {
		return;
	}

	const find = random.chance(0.2) ? hostileText(random).slice(0, 5) : '';
	const appearance = {isRevealed: false, symbols: unicodeSymbols};
	for (const id of random.shuffle(sectionIds).slice(0, sectionsLookedAt)) {
		const entries = stopwatch.measureNow(`the section ${id}`, () => layoutSection(id, subject, {...appearance, width, find: find === '' ? '' : find}));
		for (const line of entries.flatMap(({lines}) => lines)) {
			look.line(line, Math.min(width, lineWidth(line)), `the section ${id}`);
		}

		const position = random.between(0, Math.max(0, entries.length - 1));
		for (const copy of [copyField(id, subject, position, appearance), copyPath(id, subject, position)]) {
			look.copy(copy.kind === 'text' ? copy.text : copy.why, `a copy of ${id}`);
		}
	}
}

function randomFilter(random: Random): string {
	const word = hostileText(random).slice(0, 300);
	return random.pick(['', 'name:', '~', '-state:', 'number:', 'is:', 'since>', 'flaps>=', 'name:~', 'webhook:']) + word;
}
