import {describePrecisely} from '../text/duration.js';
import {findRanges, markFound} from '../screen/highlight.js';
import {lineWidth, lineWidthUpTo, wrapWords} from '../screen/line.js';
import type {Change} from '../fleet/recent-changes.js';
import {cellWidthUpTo, fit} from '../text/measure.js';
import {span, type Line, type Span} from '../screen/span.js';
import type {FieldView, Shown, Subject} from '../sections/section.js';
import {sections, type SectionId} from '../sections/sections.js';
import {layoutStrips} from './layout-strips.js';
import {layoutJson} from './layout-json.js';
import type {Entry, Layout} from './entry.js';
import {describeShown} from './describe-shown.js';
import {createFormerReader, type FormerReader} from './former-values.js';
import {createShortener, type Shortener} from './shorten-long.js';

/** Most cells of the column of labels. The name of a field that the API does not document can be of any length. */
const widestLabel = 18;

/** Largest part of the width that the column of labels takes. */
const widestLabelShare = 0.4;
const gap = 2;

/** Lays out the fields of a section in lines of at most the width. A long value goes on in the next lines, and no part of it is lost. */
export function layoutSection(id: SectionId, subject: Subject, layout: Layout): readonly Entry[] {
	if (id === 'json') {
		return layoutJson(subject, layout);
	}

	const fields = sections[id].fields(subject);
	const ownLabelWidth = layout.columns?.label ?? Math.max(0, ...fields.map(({label}) => cellWidthUpTo(label, widestLabel)));
	const labelWidth = Math.min(widestLabel, Math.floor(layout.width * widestLabelShare), ownLabelWidth);
	const textWidth = Math.max(1, layout.width - labelWidth - gap);
	const tools = {shorten: createShortener(), formerOf: createFormerReader(id, subject)};
	const described = fields.map(field => describeField(field, subject, layout, tools));
	const valueWidths = described.filter(({meaning}) => meaning.length > 0).map(({value}) => lineWidthUpTo(value, textWidth));
	// Meanings are in one column behind the values that take at most a third of the width.
	const meaningAt = layout.columns?.meaning ?? (gap + Math.max(0, ...valueWidths.filter(width => width <= textWidth / 3)));
	const columns = {
		labelWidth, textWidth, meaningAt, ellipsis: layout.symbols.ellipsis,
	};
	const strips = layoutStrips(described, textWidth, layout);
	return described.map(texts => ({
		path: texts.field.path,
		name: texts.field.path === '' ? texts.field.label : texts.field.path,
		...layoutField(texts, columns, strips.get(texts.field)),
		isFound: texts.isFound,
	}));
}

/** Columns of a page: the longest label of a documented field, and a value as long as most. A longer label is broken. */
export const pageColumns = {label: 17, meaning: 19} as const;

/** Whether the section has a value that is masked until the user reveals it. */
export function hasSecrets(id: SectionId, subject: Subject): boolean {
	return sections[id].fields(subject).some(({shown}) => shown.kind === 'secret' || (shown.kind === 'url' && shown.url.whole !== undefined));
}

/** Texts of a field: its label, its value, its former value if it changed a short while ago, and its meaning. */
type FieldTexts = {
	readonly field: FieldView;
	readonly label: Line;
	readonly value: Line;
	readonly was: Line;
	readonly meaning: Line;
	readonly isFound: boolean;
};

/** What the fields of one section are described with. */
type Tools = {
	readonly shorten: Shortener;
	readonly formerOf: FormerReader;
};

function describeField(field: FieldView, subject: Subject, layout: Layout, {shorten, formerOf}: Tools): FieldTexts {
	const change = subject.changes.get(field.path);
	const describe = (shown: Shown) => shorten(describeShown(shown, subject, {...layout, isShortened: true}));
	const isOdd = field.path !== '' && subject.facts.odd.some(({path}) => path === field.path);
	const plain = describe(field.shown);
	const value = isOdd ? [...plain.map((part): Span => ({...part, tone: 'caution'})), span(' !', 'caution')] : plain;
	const mark = (line: Line) => markFound(line, layout.find, 'found');
	const texts = {
		label: mark(shorten([span(field.label, 'dim')])),
		value: mark(change?.at === subject.polledAt ? emphasize(value) : value),
		was: change === undefined ? [] : mark(describeChange(describe(formerOf(change.former, field.path)), change, {now: subject.now, layout})),
		meaning: field.meaning === undefined ? [] : mark([span(field.meaning, 'dim')]),
	};
	const {label, was, meaning} = texts;
	return {field, ...texts, isFound: [label, value, was, meaning].some(line => findRanges(textOf(line), layout.find).length > 0)};
}

/** Marks a value that the last poll changed. Spans with a colour keep it. */
function emphasize(value: Line): Line {
	return value.map(part => part.tone === 'plain' || part.tone === 'dim' ? {...part, tone: 'fresh'} : part);
}

/** Line with the value of a field before its change, and how long ago the change was. */
function describeChange(value: Line, {at}: Change, {now, layout}: {readonly now: number; readonly layout: Layout}): Line {
	return [
		span('was: ', 'dim'),
		...value.map((part): Span => ({...part, tone: 'dim'})),
		span(` ${layout.symbols.separator} ${describePrecisely(now - at)} ago`, 'dim'),
	];
}

/** Columns of a section, in cells. */
type FieldColumns = {
	readonly labelWidth: number;
	/** Width of the column of values and meanings. */
	readonly textWidth: number;
	/** Position in that column of a meaning that fits beside its value. */
	readonly meaningAt: number;
	readonly ellipsis: string;
};

/**
A former value stands beside the value, or below it where there is no room; a meaning stands beside it where all of it does.
`laidOut` are the lines of a value that is no running text.
*/
function layoutField(
	{label, value, was, meaning}: FieldTexts,
	{labelWidth, textWidth, meaningAt, ellipsis}: FieldColumns,
	laidOut: readonly Line[] | undefined,
): Pick<Entry, 'lines' | 'meaning'> {
	const labels = wrapWords(label, labelWidth);
	const valueWidth = lineWidthUpTo(value, textWidth);
	const at = Math.max(meaningAt, valueWidth + gap);
	const isWasBeside = was.length > 0 && at + lineWidthUpTo(was, textWidth) <= textWidth;
	const isBeside = was.length === 0 && meaning.length > 0 && valueWidth + gap <= meaningAt && meaningAt + lineWidth(meaning) <= textWidth;
	const beside = isWasBeside ? was : (isBeside ? meaning : []);
	const first: Line = beside.length === 0 ? value : [...value, span(' '.repeat((isWasBeside ? at : meaningAt) - valueWidth)), ...beside];
	const below = isWasBeside || was.length === 0 ? [] : wrapWords(was, textWidth);
	const texts = [...laidOut ?? wrapWords(first, textWidth), ...below];
	const lines = Array.from({length: Math.max(labels.length, texts.length)}, (_, index): Line => {
		const own = labels[index] ?? [];
		// A grapheme that is wider than the column of labels is cut.
		const fitted = lineWidth(own) > labelWidth ? [span(fit(textOf(own), labelWidth, {ellipsis}), 'dim')] : own;
		return [...fitted, span(' '.repeat(labelWidth - lineWidth(fitted) + gap)), ...texts[index] ?? []];
	});
	return {lines, meaning: isBeside ? [] : meaning};
}

function textOf(line: Line): string {
	return line.map(({text}) => text).join('');
}
