import {Box} from 'ink';
import type {FittedColumn} from '../../core/columns/fit.js';
import type {Box as Cells} from '../../core/screen/geometry.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import {isStale} from '../../core/fleet/is-stale.js';
import type {Row} from '../../core/fleet/row.js';
import type {Sort} from '../../core/columns/sort.js';
import type {Viewport} from '../../core/screen/viewport.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';
import {GridRow, titleCells} from './grid-row.js';

export type GridProps = {
	readonly rows: readonly Row[];
	readonly view: Viewport;
	readonly columns: readonly FittedColumn[];
	readonly sort: Sort;
	readonly box: Cells;
	readonly hasFocus: boolean;
	readonly feeds: Fleet['feeds'];
};

/** The rows in sight. Drawing them takes the same time for any size of the fleet. */
export function Grid({
	rows, view, columns, sort, box, hasFocus, feeds,
}: GridProps) {
	const {theme: {symbols}} = useSession();
	const visibleRows = rows.slice(view.top, view.top + view.count);
	return (
		<Box flexDirection='column' width={box.width}>
			<TextLine line={titleCells(columns, sort, symbols)} width={box.width}/>
			{visibleRows.map((row, line) => (
				<GridRow
					key={row.tracked.instance.key}
					row={row}
					columns={columns}
					width={box.width}
					selection={line === view.line ? (hasFocus ? 'selected' : 'marked') : 'none'}
					isStale={isStale(feeds, row.tracked.instance)}
				/>
			))}
		</Box>
	);
}
