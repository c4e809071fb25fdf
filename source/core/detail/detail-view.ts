import type {SectionId} from '../sections/sections.js';

/** State of the detail: the field under the cursor, where it is on the screen, what is revealed, and what is searched for. */
export type DetailView = {
	/** Section of the field under the cursor. */
	readonly section: SectionId;
	/** Position of the field in its section, which counts where the section has no field of the key. */
	readonly field: number;
	/** Key of the field, by which it is found again in another answer and in another instance. */
	readonly key: string | undefined;
	/**
	Line of the screen that the field begins on, less than 0 where lines of it are scrolled past. `undefined` has the title of its section at
	the top, as far as that leaves the field in sight.
	*/
	readonly line: number | undefined;
	/** Time until which the secrets of the section are shown; `undefined` while they are masked. */
	readonly revealedUntil: number | undefined;
	/** Text that is searched for in the page; empty without a search. */
	readonly find: string;
};

/** Where the cursor is: the field under it, and its line on the screen. */
export type FieldPlace = Pick<DetailView, 'section' | 'field' | 'key' | 'line'>;

export const initialDetail: DetailView = {
	section: 'connection', field: 0, key: undefined, line: undefined, revealedUntil: undefined, find: '',
};

/** Secrets that were revealed are shown for this long. */
export const revealDuration = 15_000;

/** Whether the secrets of the section under the cursor are shown. */
export function isRevealed({revealedUntil}: DetailView, now: number): boolean {
	return revealedUntil !== undefined && now < revealedUntil;
}

/** Goes to the title of a section, with the cursor on its first field. */
export function openSection(detail: DetailView, section: SectionId): DetailView {
	return placeCursor(detail, {
		section, field: 0, key: undefined, line: undefined,
	});
}

/** Moves the cursor. In another section the secrets that were revealed are masked again. */
export function placeCursor(detail: DetailView, {section, field, key, line}: FieldPlace): DetailView {
	return {
		...detail, section, field, key, line, revealedUntil: detail.section === section ? detail.revealedUntil : undefined,
	};
}
