import {lineWidth, spread} from '../../core/screen/line.js';
import {hintLine} from '../../core/keymap/hint-line.js';
import type {FocusedPlace} from '../../core/keymap/places.js';
import {span, type Line} from '../../core/screen/span.js';
import type {Notice} from '../../core/view/view-state.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type FooterProps = {
	/** The place whose keys are shown. */
	readonly here: FocusedPlace;
	readonly notice: Pick<Notice, 'text' | 'tone'> | undefined;
	/** The position in the list, such as `3/44`. */
	readonly position: string;
	/** What a person should know of that is out of sight; empty if there is nothing. */
	readonly outOfSight: Line;
	readonly width: number;
};

/** The keys of the focused place, as many as fit, and the position in the list. A notice stands in place of the keys. */
export function Footer({here, notice, position, outOfSight, width}: FooterProps) {
	const {theme: {symbols}, keymap} = useSession();
	const right: Line = [
		...outOfSight,
		...outOfSight.length === 0 ? [] : [span('  ')],
		span(position === '' ? '' : `${position} `, 'dim'),
	];
	const left: Line = notice === undefined
		? hintLine(here, width - lineWidth(right) - 2, keymap)
		: [span(' '), span(notice.text, notice.tone)];
	return <TextLine line={spread(left, right, width, {ellipsis: symbols.ellipsis})} width={width}/>;
}
