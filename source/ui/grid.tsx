import {Box} from 'ink';
import type {FittedColumn} from '../core/fit-columns.js';
import type {Box as Cells} from '../core/geometry.js';
import type {Row} from '../core/row.js';
import type {Sort} from '../core/sort.js';
import type {Viewport} from '../core/viewport.js';
import {GridRow, titleCells} from './grid-row.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type GridProps = {
	readonly rows: readonly Row[];
	readonly view: Viewport;
	readonly columns: readonly FittedColumn[];
	readonly sort: Sort;
	readonly box: Cells;
	readonly hasFocus: boolean;
	readonly isStale: boolean;
};

/** The fleet, as much of it as is in sight: its cost does not depend on the rest. */
export function Grid({
	rows, view, columns, sort, box, hasFocus, isStale,
}: GridProps) {
	const {theme: {signs}} = useSession();
	const inSight = rows.slice(view.top, view.top + view.count);
	return (
		<Box flexDirection='column' width={box.width}>
			<TextLine line={titleCells(columns, sort, signs)} width={box.width}/>
			{inSight.map((row, line) => (
				<GridRow
					key={row.tracked.instance.key}
					row={row}
					columns={columns}
					width={box.width}
					selection={line === view.line ? (hasFocus ? 'selected' : 'marked') : 'none'}
					isStale={isStale}
				/>
			))}
		</Box>
	);
}
