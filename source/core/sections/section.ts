import type {BlockFields, FieldTable, FieldValue} from '../blocks/descriptor.js';
import type {ClockTime} from '../text/clock-time.js';
import type {
	Block,
	Field,
	TimeText,
	UnknownField,
	UrlText,
} from '../blocks/field.js';
import type {Tracked} from '../fleet/tracked.js';
import type {Standing} from '../instance/integration.js';
import type {Change} from '../fleet/recent-changes.js';
import type {Facts} from '../instance/facts.js';
import {Secret} from '../text/secret.js';
import type {SafeText} from '../text/sanitize.js';
import type {Tone} from '../screen/span.js';
import type {Share} from '../fleet/past/share.js';
import type {StripCell} from '../fleet/past/strip.js';
import type {Coverage} from '../fleet/seen/coverage.js';
import type {SeenSince} from '../fleet/seen/since.js';
import type {Transition} from '../fleet/transitions.js';
import {wireText, type Wire} from '../json/wire.js';

/**
Subject of a section: an instance, its changes by path, the times at which its account was watched, the time of the last answer,
and the time at which it is shown.
*/
export type Subject = {
	readonly tracked: Tracked;
	readonly facts: Facts;
	readonly changes: ReadonlyMap<string, Change>;
	readonly coverage: Coverage;
	readonly polledAt: number;
	/** Its changes of state from before those that it has itself, as far as they are remembered, oldest first. */
	readonly older: readonly Transition[];
	readonly now: number;
	readonly time: ClockTime;
};

/**
Value as the detail shows it. The kind `nothing` has three reasons: the value is empty, it is `null`,
or the field is missing from the answer.
*/
export type Shown =
	| {readonly kind: 'text'; readonly text: string; readonly tone?: Tone}
	| {readonly kind: 'flag'; readonly isOn: boolean}
	| {readonly kind: 'list'; readonly items: readonly string[]}
	| {readonly kind: 'secret'; readonly secret: Secret}
	| {readonly kind: 'url'; readonly url: UrlText}
	| {readonly kind: 'time'; readonly time: TimeText}
	| {readonly kind: 'since'; readonly since: SeenSince}
	| {readonly kind: 'transition'; readonly transition: Transition}
	/** The states of a window as a strip of any number of cells, and the share of it that the instance was connected. */
	| {readonly kind: 'strip'; readonly cells: (count: number) => readonly StripCell[]; readonly share: Share; readonly windowText: string}
	| {readonly kind: 'nothing'; readonly why: 'empty' | 'null' | 'missing'}
	| {readonly kind: 'unexpected'; readonly text: SafeText};

/**
Field of a section: its path in the answer, its label, its value, and its meaning where the label does not say it.
The path is empty for a field that is not in the answer.
*/
export type FieldView = {
	readonly path: string;
	readonly label: string;
	readonly shown: Shown;
	readonly meaning?: string;
};

/** Standing of a section, as the list of sections shows it; `none` where a section cannot be on or off. */
export type SectionStanding = Standing | 'none';

/** Part of the detail under one title, made from a subject each time it is shown. */
export type Section = {
	readonly title: string;
	/** Whether a value tells how long ago something was, so that it is another one a second later. */
	readonly isTimed: boolean;
	readonly standing: (subject: Subject) => SectionStanding;
	readonly fields: (subject: Subject) => readonly FieldView[];
};

/** Makes the views of all fields of a block, the undocumented ones last. */
export function blockViews(name: string, block: Block<BlockFields>, fields: FieldTable): readonly FieldView[] {
	if (block.kind === 'unexpected') {
		return [{
			path: name, label: name, shown: showWire(block.wire), meaning: 'not the block of fields that the API documents',
		}];
	}

	const documented = Object.entries(fields)
		.map(([field, {label, meaning}]) => view(`${name}.${field}`, label, showBlockField(block, field), meaning));
	return block.kind === 'present' ? [...documented, ...unknownViews(name, block.unknown)] : documented;
}

/** Makes the views of the fields that the API does not document, under their own names. */
export function unknownViews(prefix: string, unknown: readonly UnknownField[]): readonly FieldView[] {
	return unknown.map(({name, value}) => view(
		prefix === '' ? name : `${prefix}.${name}`,
		name,
		value instanceof Secret ? {kind: 'secret', secret: value} : showWire(value),
		'not documented by the API',
	));
}

export function view(path: string, label: string, shown: Shown, meaning?: string): FieldView {
	return meaning === undefined
		? {path, label, shown}
		: {
			path, label, shown, meaning,
		};
}

/** Shows a field of the answer by the kind of its value. */
export function showField(field: Field<FieldValue>): Shown {
	switch (field.kind) {
		case 'missing':
		case 'null': {
			return {kind: 'nothing', why: field.kind};
		}

		case 'unexpected': {
			return showWire(field.wire);
		}

		case 'value': {
			return showValue(field.value);
		}
	}
}

function showValue(value: FieldValue): Shown {
	if (typeof value === 'boolean') {
		return {kind: 'flag', isOn: value};
	}

	if (typeof value === 'string') {
		return value === '' ? {kind: 'nothing', why: 'empty'} : {kind: 'text', text: value};
	}

	if (value instanceof Secret) {
		return {kind: 'secret', secret: value};
	}

	if ('shown' in value) {
		return value.shown === '' ? {kind: 'nothing', why: 'empty'} : {kind: 'url', url: value};
	}

	return 'text' in value ? {kind: 'time', time: value} : {kind: 'list', items: value};
}

function showWire(wire: Wire): Shown {
	return {kind: 'unexpected', text: wireText(wire)};
}

function showBlockField(block: Block<BlockFields>, name: string): Shown {
	return block.kind === 'present'
		? showField(block.fields[name] ?? {kind: 'missing'})
		: {kind: 'nothing', why: block.kind === 'null' ? 'null' : 'missing'};
}
