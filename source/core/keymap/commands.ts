import {sectionIds} from '../sections/section.js';

type SectionNumber = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '0';

/** Everything a key can ask for. */
export type CommandId =
	| 'app.back'
	| 'app.quit'
	| 'app.abort'
	| 'app.suspend'
	| 'help.toggle'
	| 'poll.now'
	| 'poll.slower'
	| 'poll.faster'
	| 'picture.hold'
	| 'screen.redraw'
	| 'move.up'
	| 'move.down'
	| 'move.page-up'
	| 'move.page-down'
	| 'move.top'
	| 'move.bottom'
	| 'detail.open'
	| 'section.next'
	| 'section.former'
	| `section.${SectionNumber}`
	| 'instance.next'
	| 'instance.former'
	| 'secret.reveal';

/** The digits that open a section, in the order of the sections. */
export const sectionNumbers: readonly SectionNumber[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** The section a digit opens. */
export function sectionOf(digit: SectionNumber): (typeof sectionIds)[number] {
	return sectionIds[sectionNumbers.indexOf(digit)] ?? 'connection';
}
