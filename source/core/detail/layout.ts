import {describePrecisely} from '../text/duration.js';
import {findRanges, markFound} from '../screen/highlight.js';
import type {Box} from '../screen/geometry.js';
import {lineWidth, lineWidthUpTo, wrapWords} from '../screen/line.js';
import {factsOf} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {cellWidth, fit} from '../text/measure.js';
import {span, type Line} from '../screen/span.js';
import type {FieldView, Subject} from '../sections/section.js';
import {sections, type SectionId} from '../sections/sections.js';
import {layoutMinutes} from './layout-minutes.js';
import {layoutJson} from './layout-json.js';
import type {Entry, Layout} from './entry.js';
import {describeShown} from './describe-shown.js';
import {isRevealed, type DetailView} from './detail-view.js';

/** Labels take no more than this, however long an unknown field's name is. */
const widestLabel = 18;

/** Nor more than this of the width. */
const widestLabelShare = 0.4;
const gap = 2;

/** The section's fields as lines of exactly the width or less. Long values wrap under themselves; nothing is lost. */
export function layoutSection(id: SectionId, subject: Subject, layout: Layout): readonly Entry[] {
	if (id === 'json') {
		return layoutJson(subject, layout);
	}

	const fields = sections[id].fields(subject);
	const labelWidth = Math.min(widestLabel, Math.floor(layout.width * widestLabelShare), Math.max(0, ...fields.map(({label}) => cellWidth(label))));
	const room = Math.max(1, layout.width - labelWidth - gap);
	const described = fields.map(field => describeField(id, field, subject, layout));
	const meaningAt = gap + Math.max(0, ...described.filter(({meaning}) => meaning.length > 0).map(({value}) => lineWidthUpTo(value, room)).filter(width => width <= room / 3));
	return described.map(told => ({
		path: told.field.path,
		lines: told.field.shown.kind === 'minutes'
			? layoutMinutes(told.label, told.value, layout.width)
			: layoutField(told, {
				labelWidth, room, meaningAt, ellipsis: layout.symbols.ellipsis,
			}),
		isFound: told.isFound,
	}));
}

/** The open section as the detail's box shows it at the subject's time. */
export function layoutPage(view: DetailView, subject: Subject, box: Box, symbols: Symbols): readonly Entry[] {
	return layoutSection(view.section, subject, {
		width: box.width, isRevealed: isRevealed(view, subject.now), symbols, find: view.find,
	});
}

/** Whether anything in the section is masked until a person asks to see it. */
export function hasSecrets(id: SectionId, subject: Subject): boolean {
	return sections[id].fields(subject).some(({shown}) => shown.kind === 'secret' || (shown.kind === 'url' && shown.url.whole !== undefined));
}

/** A field in words: its value, what it was until a short while ago, and what it means. */
type Told = {
	readonly field: FieldView;
	readonly label: Line;
	readonly value: Line;
	readonly was: Line;
	readonly meaning: Line;
	readonly isFound: boolean;
};

function describeField(id: SectionId, field: FieldView, subject: Subject, layout: Layout): Told {
	const change = subject.changes.get(field.path);
	const value = describeShown(field.shown, subject, layout);
	const found = (line: Line) => markFound(line, layout.find, 'found');
	const parts = {
		label: found([span(field.label, 'dim')]),
		// What the last poll brought stands out, unless it has a colour of its own.
		value: found(change?.at === subject.polledAt ? value.map(part => part.tone === 'plain' || part.tone === 'dim' ? {...part, tone: 'fresh' as const} : part) : value),
		was: change === undefined ? [] : found([span('was: ', 'dim'), ...describeFormer(id, field, subject, layout), span(` ${layout.symbols.separator} ${describePrecisely(subject.now - change.at)} ago`, 'dim')]),
		meaning: field.meaning === undefined ? [] : found([span(field.meaning, 'dim')]),
	};
	const {label, was, meaning} = parts;
	return {field, ...parts, isFound: [label, value, was, meaning].some(line => findRanges(line.map(({text}) => text).join(''), layout.find).length > 0)};
}

/** The field's value before it changed. */
function describeFormer(id: SectionId, {path}: FieldView, subject: Subject, layout: Layout): Line {
	const former = subject.changes.get(path)?.former;
	const shown = former === undefined ? undefined : sections[id].fields({...subject, tracked: {...subject.tracked, instance: former}, facts: factsOf(former)}).find(field => field.path === path)?.shown;
	return describeShown(shown ?? {kind: 'nothing', why: 'missing'}, subject, layout).map(part => ({...part, tone: 'dim' as const}));
}

type Columns = {
	readonly labelWidth: number;
	/** The cells for values and meanings. */
	readonly room: number;
	/** Where meanings stand that fit beside their values. */
	readonly meaningAt: number;
	readonly ellipsis: string;
};

function layoutField({label, value, was, meaning}: Told, {labelWidth, room, meaningAt, ellipsis}: Columns): readonly Line[] {
	const labels = wrapWords(label, labelWidth);
	const valueWidth = lineWidthUpTo(value, room);
	const isBeside = meaning.length > 0 && valueWidth + gap <= meaningAt && meaningAt + lineWidth(meaning) <= room;
	const first: Line = isBeside ? [...value, span(' '.repeat(meaningAt - valueWidth)), ...meaning] : value;
	const below = [was, isBeside ? [] : meaning].filter(line => line.length > 0);
	const texts = [...wrapWords(first, room), ...below.flatMap(line => wrapWords(line, room))];
	return Array.from({length: Math.max(labels.length, texts.length)}, (_, index): Line => {
		const own = labels[index] ?? [];
		// A grapheme wider than the label's column is cut.
		const fitted = lineWidth(own) > labelWidth ? [span(fit(own.map(({text}) => text).join(''), labelWidth, {ellipsis}), 'dim')] : own;
		return [...fitted, span(' '.repeat(labelWidth - lineWidth(fitted) + gap)), ...texts[index] ?? []];
	});
}
