import type {Column} from '../../columns/column.js';
import {healthFirst, type Sort} from '../../columns/sort.js';
import {describeChord} from '../../keymap/key-names.js';
import type {Keymap} from '../../keymap/bindings.js';
import type {SavedView} from '../saved-view.js';
import type {GridFilter} from '../view-state.js';
import {columnsLine} from './column-items.js';
import type {MenuItem} from './menu-item.js';

/** What the grid shows, as a saved view does. */
export type ShownNow = {
	readonly filter: GridFilter;
	readonly columns: readonly Column[] | undefined;
	readonly sort: Sort;
};

/** Stands before the view that is shown. */
export const presentMark = '(*)';
const otherMark = '( )';

/** The saved views, each with how many instances it would show; `undefined` until they are counted. The present one is marked. */
export function viewItems(
	views: readonly SavedView[],
	{now, counts, keymap}: {readonly now: ShownNow; readonly counts: readonly number[] | undefined; readonly keymap: Keymap},
): readonly MenuItem[] {
	return views.map((view, index): MenuItem => {
		const command = `view:${view.name}` as const;
		const [key] = keymap.find(binding => binding.command === command)?.chords ?? [];
		return {
			id: command,
			mark: isPresent(view, now) ? presentMark : otherMark,
			label: view.name,
			words: [view.filter === '' ? 'all' : view.filter, ...view.sort === undefined ? [] : [`by ${view.sort.by}`]].join(', '),
			right: `${counts?.[index] ?? ''}  ${key === undefined ? '' : describeChord(key)}`.trimEnd(),
			names: [],
			take: {kind: 'command', command, isForSelected: false},
		};
	});
}

/** Whether the grid shows what a view shows. */
function isPresent({filter, columns, sort}: SavedView, now: ShownNow): boolean {
	const {text, state, account, isTroubleOnly} = now.filter;
	return filter === text && state === undefined && account === undefined && !isTroubleOnly
		&& (columns === undefined || columns === now.columns)
		&& (sort === undefined || (sort.by === now.sort.by && sort.isReversed === now.sort.isReversed));
}

/** The lines of the config file that save what the grid shows as a view. */
export function viewLines({filter, columns, sort}: {readonly filter: string} & Omit<ShownNow, 'filter'>, name = 'mine'): readonly string[] {
	const isUsualSort = sort.by === healthFirst.by && sort.isReversed === healthFirst.isReversed;
	return [
		'[[view]]',
		`name = ${JSON.stringify(name)}`,
		...filter === '' ? [] : [`filter = ${JSON.stringify(filter)}`],
		...columns === undefined ? [] : [columnsLine(columns)],
		...isUsualSort ? [] : [`sort = ${JSON.stringify(`${sort.isReversed ? '-' : ''}${sort.by}`)}`],
	];
}
