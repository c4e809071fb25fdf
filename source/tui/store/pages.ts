import {isRevealed, type DetailView} from '../../core/detail/detail-view.js';
import {layoutSection, pageColumns} from '../../core/detail/layout.js';
import {
	joinSections,
	pageSection,
	type Page,
	type PageSection,
} from '../../core/detail/page.js';
import type {DetailBox} from '../../core/screen/geometry.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {Subject} from '../../core/sections/section.js';
import {sectionIds, sections, type SectionId} from '../../core/sections/sections.js';

/** Lays out the page of an instance for a box. What has not changed since the last call, such as a large JSON, is not laid out again. */
export type Pages = (view: DetailView, subject: Subject, box: DetailBox) => Page;

/**
In milliseconds: times are told to the second, so that a section is as good so long after it was laid out. A key and the frame that it leads
to share one layout so.
*/
const toldFor = 500;

type Laid = {
	readonly inputs: readonly unknown[];
	/** The time that it was laid out for; `undefined` where it tells none. */
	readonly at: number | undefined;
	readonly section: PageSection;
};

export function createPages(symbols: Symbols): Pages {
	const laid = new Map<SectionId, Laid>();
	let last: {readonly parts: readonly PageSection[]; readonly gap: number; readonly page: Page} | undefined;

	const layOut = (id: SectionId, view: DetailView, subject: Subject, width: number) => {
		const {now, tracked, facts, changes, polledAt, older} = subject;
		const isShown = view.section === id && isRevealed(view, now);
		const isTimed = sections[id].isTimed || changes.size > 0;
		const inputs = [
			width, isShown, view.find, tracked.instance, facts, ...isTimed ? [tracked, changes, polledAt, older] : [],
		];
		const former = laid.get(id);
		if (former !== undefined && isSame(former.inputs, inputs) && (!isTimed || isRecent(former.at, now))) {
			return former.section;
		}

		const section = pageSection(id, layoutSection(id, subject, {
			width, isRevealed: isShown, symbols, find: view.find, columns: pageColumns,
		}));
		laid.set(id, {inputs, at: isTimed ? now : undefined, section});
		return section;
	};

	return (view, subject, {fields: {width}, sectionGap: gap}) => {
		const parts = sectionIds.map(id => layOut(id, view, subject, width));
		if (last?.gap !== gap || !isSame(last.parts, parts)) {
			last = {parts, gap, page: joinSections(parts, gap)};
		}

		return last.page;
	};
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.length === other.length && one.every((input, index) => input === other[index]);
}

function isRecent(at: number | undefined, now: number): boolean {
	return at !== undefined && now >= at && now - at < toldFor;
}
