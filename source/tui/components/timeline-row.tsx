import {memo, useMemo} from 'react';
import {
	stretch,
	timelineRow,
	type RowPast,
	type TimelineLayout,
} from '../../core/view/timeline/timeline-lines.js';
import {markerWidth} from '../../core/columns/fit.js';
import type {Buckets} from '../../core/view/timeline/timeline-view.js';
import {span} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type TimelineRowProps = RowPast & {
	readonly buckets: Buckets;
	readonly layout: TimelineLayout;
	readonly width: number;
	readonly isSelected: boolean;
	/** The bucket of the cursor, where it tells of this instance. */
	readonly cursor: number | undefined;
	readonly isStale: boolean;
	/** Whether the account stands before the name, since there are several in sight. */
	readonly hasAccount: boolean;
};

/**
The line of one instance in the timeline. A key that moves the selection draws the two rows alone that it is about. A poll computes the line
anew, since it adds a look to what was watched, and paints it only where that shows.
*/
export const TimelineRow = memo((props: TimelineRowProps) => {
	const {row, coverage, older, buckets, layout, width, isSelected, cursor, isStale, hasAccount} = props;
	const {theme: {symbols}} = useSession();
	const marker = span((isSelected ? symbols.marker : '').padEnd(markerWidth), 'strong');
	const {window: {from, to}, count} = buckets;
	const {name, strip} = layout;
	const stretched = useMemo(() => stretch({row, coverage, older}), [row, coverage, older]);
	const line = useMemo(
		() => timelineRow(
			{row, coverage, ...stretched}, {window: {from, to}, count}, {
				name, strip, hasAccount, ...cursor !== undefined && {cursor},
			}, symbols,
		),
		[row, coverage, stretched, from, to, count, name, strip, hasAccount, cursor, symbols],
	);
	const unselected = isStale || row.isAcknowledged ? 'dimmed' : 'normal';
	return <TextLine line={[marker, ...line]} width={width} emphasis={isSelected ? 'selected' : unselected}/>;
}, (one, other) => one.row === other.row && one.coverage === other.coverage && one.older === other.older
	&& one.width === other.width && one.isSelected === other.isSelected && one.isStale === other.isStale
	&& one.cursor === other.cursor && one.hasAccount === other.hasAccount
	&& one.buckets.window.from === other.buckets.window.from && one.buckets.window.to === other.buckets.window.to
	&& one.buckets.count === other.buckets.count);
