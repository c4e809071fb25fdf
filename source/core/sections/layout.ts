import {describePrecisely} from '../duration.js';
import {wrapLine} from '../line.js';
import {reveal} from '../secret.js';
import type {Signs} from '../signs.js';
import {
	cellWidth,
	fit,
	sanitize,
	wrap,
} from '../text.js';
import {
	span,
	type Line,
	type Tone,
} from '../tone.js';
import {wireLines, type JsonPart} from '../wire.js';
import type {
	FieldView,
	SectionId,
	Shown,
	Subject,
} from './section.js';
import {sections} from './sections.js';

/** How a section is drawn: in how many cells, and whether its secrets may be seen. */
export type Layout = {
	readonly width: number;
	readonly isRevealed: boolean;
	readonly signs: Signs;
};

/** One field, laid out: what the cursor of the detail moves over. */
export type Entry = {
	readonly path: string;
	readonly lines: readonly Line[];
};

/** Labels take no more than this, however long an unknown field's name is. */
const widestLabel = 18;
const gap = 2;

/** The section's fields as lines of exactly the width or less. Long values wrap under themselves; nothing is lost. */
export function layoutSection(id: SectionId, subject: Subject, layout: Layout): readonly Entry[] {
	if (id === 'json') {
		return layoutJson(subject, layout);
	}

	const fields = sections[id].fields(subject);
	const labelWidth = Math.min(widestLabel, Math.floor(layout.width / 3), Math.max(0, ...fields.map(({label}) => cellWidth(label))));
	const room = Math.max(1, layout.width - labelWidth - gap);
	const described = fields.map(field => ({field, ...describeShown(field.shown, subject, layout)}));
	const meaningAt = gap + Math.max(0, ...described.filter(({field}) => field.meaning !== undefined).map(({text}) => cellWidth(text)).filter(width => width <= room / 2));
	return described.map(({field, text, tone}) => ({
		path: field.path,
		lines: layoutField({
			field, values: wrap(text, room), tone, labelWidth, room, meaningAt,
		}, layout.signs),
	}));
}

/** Whether anything in the section is masked until a person asks to see it. */
export function hasSecrets(id: SectionId, subject: Subject): boolean {
	return sections[id].fields(subject).some(({shown}) => shown.kind === 'secret' || (shown.kind === 'url' && shown.url.whole !== undefined));
}

type FieldLayout = {
	readonly field: FieldView;
	readonly values: readonly string[];
	readonly tone: Tone;
	readonly labelWidth: number;
	/** The cells for values and meanings. */
	readonly room: number;
	/** Where meanings stand that fit beside their values. */
	readonly meaningAt: number;
};

function layoutField({field, values, tone, labelWidth, room, meaningAt}: FieldLayout, {ellipsis}: Signs): readonly Line[] {
	const labels = wrap(field.label, labelWidth);
	const meaning = field.meaning ?? '';
	const [value = ''] = values;
	const isBeside = values.length === 1 && cellWidth(value) + gap <= meaningAt && meaningAt + cellWidth(meaning) <= room;
	const meanings = meaning === '' || isBeside ? [] : wrap(meaning, room);
	const height = Math.max(labels.length, values.length + meanings.length);
	return Array.from({length: height}, (_, index): Line => {
		const label = span(fit(labels[index] ?? '', labelWidth, {ellipsis}) + ' '.repeat(gap), 'dim');
		const text = values[index];
		const line: Line = [label, text === undefined ? span(meanings[index - values.length] ?? '', 'dim') : span(text, tone)];
		return isBeside && index === 0 ? [...line, span(' '.repeat(meaningAt - cellWidth(value)) + meaning, 'dim')] : line;
	});
}

type Described = {readonly text: string; readonly tone: Tone};

function describeShown(shown: Shown, {now, time}: Subject, {isRevealed, signs}: Layout): Described {
	switch (shown.kind) {
		case 'text': {
			return {text: shown.text, tone: shown.tone ?? 'plain'};
		}

		case 'flag': {
			return {text: shown.isOn ? 'on' : 'off', tone: shown.isOn ? 'plain' : 'dim'};
		}

		case 'list': {
			return shown.items.length === 0 ? {text: '[] empty', tone: 'dim'} : {text: shown.items.join(', '), tone: 'plain'};
		}

		case 'secret': {
			const text = reveal(shown.secret);
			if (text === '') {
				return {text: '"" empty', tone: 'dim'};
			}

			return isRevealed ? {text: sanitize(text), tone: 'caution'} : {text: signs.mask, tone: 'dim'};
		}

		case 'url': {
			const {whole} = shown.url;
			return isRevealed && whole !== undefined ? {text: sanitize(reveal(whole)), tone: 'caution'} : {text: shown.url.shown, tone: 'plain'};
		}

		case 'time': {
			const {at, text} = shown.time;
			return at === undefined
				? {text, tone: 'caution'}
				: {text: `${time.stamp(at)} ${signs.separator} ${at <= now ? `${describePrecisely(now - at)} ago` : `in ${describePrecisely(at - now)}`}`, tone: 'plain'};
		}

		case 'since': {
			const {at, isExact} = shown.since;
			return {text: `${isExact ? '' : `${signs.atLeast} `}${describePrecisely(now - at)} ${signs.separator} ${isExact ? 'since' : 'before'} ${time.stamp(at)}`, tone: 'plain'};
		}

		case 'nothing': {
			return {text: nothings[shown.why], tone: 'dim'};
		}

		case 'unexpected': {
			return {text: shown.text, tone: 'caution'};
		}
	}
}

/** The kinds of nothing that the answer knows; a flag that is off is a value. */
const nothings = {empty: '"" empty', null: 'null', missing: 'not in the answer'} as const;

function layoutJson({tracked}: Subject, {width, signs}: Layout): readonly Entry[] {
	return wireLines(tracked.instance.wire).map(({depth, path, parts}) => {
		const indent = 2 * depth;
		const line: Line = [span(' '.repeat(indent)), ...parts.map(part => span(part.kind === 'secret' ? `"${signs.mask}"` : part.text, jsonTone(part)))];
		return {path, lines: wrapLine(line, width, indent + 2)};
	});
}

function jsonTone({kind}: JsonPart): Tone {
	if (kind === 'key') {
		return 'json-key';
	}

	return kind === 'punctuation' || kind === 'secret' ? 'dim' : 'plain';
}
