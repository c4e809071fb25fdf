import {Text} from 'ink';
import {memo} from 'react';
import {cutCell} from '../../core/columns/cells.js';
import {columnTitle} from '../../core/columns/column-title.js';
import {columnGap, markerWidth, type FittedColumn} from '../../core/columns/fit.js';
import {fitLine, lineWidthUpTo} from '../../core/screen/line.js';
import type {Row} from '../../core/fleet/row.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {Sort} from '../../core/columns/sort.js';
import {span, type Line, type Span} from '../../core/screen/span.js';
import {useSession} from './session.js';
import type {Emphasis} from './theme.js';

export type GridRowProps = {
	readonly row: Row;
	readonly columns: readonly FittedColumn[];
	readonly width: number;
	/** `marked` is the selected row of a grid without focus: it has the marker alone. */
	readonly selection: 'none' | 'selected' | 'marked';
	readonly isStale: boolean;
};

/** The line of one instance, as one text: a box for each cell would take seven times as long. */
export const GridRow = memo(({row, columns, width, selection, isStale}: GridRowProps) => {
	const {theme: {paint, symbols}} = useSession();
	const marker = span(selection === 'none' ? ' '.repeat(markerWidth) : symbols.marker.padEnd(markerWidth), 'strong');
	const line = fitLine([marker, ...rowCells(row, columns, symbols)], width, symbols.ellipsis);
	const unselected: Emphasis = isStale || row.isAcknowledged ? 'dimmed' : 'normal';
	const emphasis = selection === 'selected' ? 'selected' : unselected;
	return <Text wrap='truncate'>{paint(line, emphasis)}</Text>;
});

/** The cells of a row in the columns of the grid, each as wide as its column. */
export function rowCells(row: Row, columns: readonly FittedColumn[], symbols: Symbols): Line {
	return columns.flatMap(({column, width, cell: drawCell}, index): readonly Span[] => {
		const cell = cutCell(drawCell(row, symbols), column, width, symbols).map(part => row.isFresh && part.tone === 'plain' ? {...part, tone: 'fresh' as const} : part);
		const padding = span(' '.repeat(Math.max(0, width - lineWidthUpTo(cell, width))));
		const fitted = fitLine(column.align === 'right' ? [padding, ...cell] : cell, width, symbols.ellipsis);
		return index === 0 ? fitted : [span(' '.repeat(columnGap)), ...fitted];
	});
}

/** The line with the titles of the columns. That of the sorted column has an arrow. */
export function titleCells(columns: readonly FittedColumn[], sort: Sort, symbols: Symbols): Line {
	return [span(' '.repeat(markerWidth)), ...columns.flatMap((fitted, index): readonly Span[] => {
		const title = span(columnTitle(fitted, sort, symbols), 'title');
		return index === 0 ? [title] : [span(' '.repeat(columnGap)), title];
	})];
}
