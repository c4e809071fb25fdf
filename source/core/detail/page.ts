import {span, type Line} from '../screen/span.js';
import {sections, type SectionId} from '../sections/sections.js';
import {clamp} from '../screen/viewport.js';
import type {DetailView} from './detail-view.js';
import type {Entry} from './entry.js';

/** Entry of the page: its section, its position among the fields of that, and a key that no other entry of the section has. */
export type PageEntry = Entry & {
	readonly section: SectionId;
	readonly field: number;
	readonly key: string;
};

/** A section of the page, laid out. */
export type PageSection = {
	readonly id: SectionId;
	readonly entries: readonly PageEntry[];
};

/** All sections of an instance below each other, each under its title. */
export type Page = {
	readonly entries: readonly PageEntry[];
	/** The first line of each entry in the page, behind its title where it is the first of its section. */
	readonly starts: readonly number[];
	/** Where the entries of each section are among `entries`. */
	readonly spans: ReadonlyMap<SectionId, {readonly first: number; readonly count: number}>;
	/** Blank lines above each title but the first. */
	readonly gap: number;
	/** Number of all lines. */
	readonly length: number;
};

/** Gives the entries of a section their keys. Of several with one name the later ones are numbered. */
export function pageSection(id: SectionId, entries: readonly Entry[]): PageSection {
	const counts = new Map<string, number>();
	return {
		id,
		entries: entries.map((entry, field) => {
			const {name} = entry;
			const count = counts.get(name) ?? 0;
			counts.set(name, count + 1);
			return {
				...entry, section: id, field, key: count === 0 ? name : `${name}#${count}`,
			};
		}),
	};
}

export function joinSections(parts: readonly PageSection[], gap: number): Page {
	const starts: number[] = [];
	const spans = new Map<SectionId, {readonly first: number; readonly count: number}>();
	let line = 0;
	for (const {id, entries} of parts) {
		line += titleRows + (starts.length === 0 ? 0 : gap);
		spans.set(id, {first: starts.length, count: entries.length});
		for (const {lines} of entries) {
			starts.push(line);
			line += lines.length;
		}
	}

	return {
		entries: parts.flatMap(({entries}) => entries), starts, spans, gap, length: line,
	};
}

/** Lines of the title of a section. */
export const titleRows = 1;

/** The title of a section. It begins in the cell of the cursor, which never stands on it. */
export function titleOf(id: SectionId): Line {
	return [span(sections[id].title, 'strong')];
}

/** Lines of an entry. */
export function heightOf({entries}: Page, index: number): number {
	return entries[index]?.lines.length ?? 0;
}

/** Whether an entry is the first of its section, and has the title above it. */
export function isFirst({entries}: Page, index: number): boolean {
	return entries[index]?.field === 0;
}

/** Place of the field under the cursor among the entries. A field that its section does not have gives way to the one in its position. */
export function cursorOf({entries, spans}: Page, {section, key, field}: Pick<DetailView, 'section' | 'key' | 'field'>): number {
	const {first, count} = spans.get(section) ?? {first: 0, count: 0};
	const wanted = first + clamp(field, 0, count - 1);
	if (key === undefined || entries[wanted]?.key === key) {
		return wanted;
	}

	const found = entries.slice(first, first + count).findIndex(entry => entry.key === key);
	return found === -1 ? wanted : first + found;
}
