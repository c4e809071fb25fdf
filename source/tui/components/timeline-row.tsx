import {Text} from 'ink';
import {memo} from 'react';
import {timelineRow, type RowPast, type TimelineLayout} from '../../core/view/timeline-lines.js';
import {markerWidth} from '../../core/columns/fit.js';
import type {Buckets} from '../../core/view/timeline-view.js';
import {fitLine} from '../../core/screen/line.js';
import {span} from '../../core/screen/span.js';
import {useSession} from './session.js';

export type TimelineRowProps = RowPast & {
	readonly buckets: Buckets;
	readonly layout: TimelineLayout;
	readonly width: number;
	readonly isSelected: boolean;
	readonly isStale: boolean;
};

/** The line of one instance in the timeline. A key that moves the selection draws the two rows alone that it is about. */
export const TimelineRow = memo(({row, coverage, older, buckets, layout, width, isSelected, isStale}: TimelineRowProps) => {
	const {theme: {paint, symbols}} = useSession();
	const marker = span((isSelected ? symbols.marker : '').padEnd(markerWidth), 'strong');
	const line = fitLine([marker, ...timelineRow({row, coverage, older}, buckets, layout, symbols)], width, symbols.ellipsis);
	const unselected = isStale || row.isAcknowledged ? 'dimmed' : 'normal';
	return <Text wrap='truncate'>{paint(line, isSelected ? 'selected' : unselected)}</Text>;
}, (one, other) => one.row === other.row && one.coverage === other.coverage && one.older === other.older
	&& one.width === other.width && one.isSelected === other.isSelected && one.isStale === other.isStale
	&& one.buckets.window.from === other.buckets.window.from && one.buckets.window.to === other.buckets.window.to
	&& one.buckets.count === other.buckets.count);
