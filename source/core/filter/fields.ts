import {actions} from '../action.js';
import {
	fieldOf,
	stateKinds,
	valueOf,
	type Field,
	type SettingsFields,
} from '../instance.js';
import {integrations, type Integration, type Standing} from '../oddities.js';
import type {Row} from '../row.js';
import {stateWord} from '../state-word.js';
import {countFlaps} from '../transitions.js';
import {foldCase, parseLasting} from './fold-case.js';
import {parsePattern} from './pattern.js';
import type {FilterWord} from './words.js';

/** Whether a row is meant by one value of a term. */
export type Test = (row: Row) => boolean;

/** What came of reading a value: how to test for it, or why it cannot be used. */
export type ReadValue = Test | {readonly why: string};

/** A field of the filter language: its name where it is written otherwise than it is looked up, and in words what stands after it. */
export type FilterField = {
	readonly name?: string;
	readonly accepts: string;
	readonly read: (value: string, operator: FilterWord['operator']) => ReadValue;
};

/** A text field: a part of it, or a regular expression after `~`. */
function textField(read: (row: Row) => string): FilterField {
	return {accepts: 'a part of it, or ~regex', read: onlyEquals(value => textTest(value, read))};
}

/** One of a few words. */
function choiceField(choices: Readonly<Record<string, Test>>): FilterField {
	const names = Object.keys(choices);
	const notAmong = {why: `it can be ${names.join(', ')}`};
	return {
		accepts: names.join('|'),
		read: onlyEquals(value => names.includes(foldCase(value)) ? (choices[foldCase(value)] ?? notAmong) : notAmong),
	};
}

function standingField(integration: Integration, further: Readonly<Record<string, Test>> = {}): FilterField {
	const index = integrations.indexOf(integration);
	const stands = (standing: Standing): Test => ({facts}) => facts.integrations[index] === standing;
	const isOn: Test = ({tracked}) => {
		const enabled = fieldOf<{readonly enabled: Field<boolean>}, 'enabled'>(tracked.instance[integration], 'enabled');
		return valueOf(enabled) === true;
	};

	return choiceField({
		on: isOn, off: stands('off'), trouble: stands('trouble'), missing: stands('missing'), ...further,
	});
}

function chatwootStatus(status: string): Test {
	return ({tracked}) => valueOf(fieldOf(tracked.instance.chatwoot, 'status')) === status;
}

function settingField(name: keyof SettingsFields): FilterField {
	const read = ({tracked}: Row) => valueOf<boolean | string>(fieldOf(tracked.instance.settings, name));
	return name === 'callRejectMessage'
		? textField(row => String(read(row) ?? ''))
		: choiceField({on: row => read(row) === true, off: row => read(row) === false});
}

const settings: ReadonlyArray<keyof SettingsFields> = ['autoRejectCalls', 'callRejectMessage', 'ignoreGroupMessages', 'keepOnlineStatus', 'autoReadMessages', 'disableHistorySync', 'ignoreStatus'];

/** TABLE of the fields, by the name that stands before the colon, in lower case. */
export const filterFields: Readonly<Record<string, FilterField>> = {
	state: {accepts: `${stateKinds.join('|')}, or a state's own word`, read: onlyEquals(readState)},
	do: choiceField(Object.fromEntries(actions.map(action => [action, (row: Row) => row.action === action]))),
	name: textField(({tracked}) => tracked.instance.name),
	number: {accepts: 'a part of it', read: onlyEquals(readNumber)},
	profile: textField(({facts}) => facts.profile),
	presence: textField(({facts}) => facts.presence),
	business: choiceField({
		yes: ({tracked}) => valueOf(fieldOf(tracked.instance.profile, 'isBusiness')) === true,
		no: ({tracked}) => valueOf(fieldOf(tracked.instance.profile, 'isBusiness')) === false,
	}),
	webhook: standingField('webhook'),
	websocket: standingField('websocket'),
	chatwoot: standingField('chatwoot', {active: chatwootStatus('active'), paused: chatwootStatus('paused'), error: chatwootStatus('error')}),
	proxy: standingField('proxy'),
	s3: standingField('s3'),
	is: choiceField({
		stuck: row => row.isStuck,
		flapping: row => row.isFlapping,
		odd: row => row.facts.odd.length > 0,
		new: row => row.isNew,
		gone: row => row.tracked.gone !== undefined,
		known: row => row.isKnown,
	}),
	since: {accepts: '>5m, <1h', read: (value, operator) => compareField(parseLasting(value), operator, 'a time such as 5m or 1h', row => row.lasted)},
	flaps: {accepts: '>=3', read: (value, operator) => compareField(/^\d{1,6}$/v.test(value) ? Number(value) : undefined, operator, 'a number', ({tracked, lasted}) => countFlaps(tracked.history, tracked.since.at + lasted))},
	...Object.fromEntries(settings.map(name => [name.toLowerCase(), {...settingField(name), name}])),
};

/** What a plain word is looked for in. */
export const plainWord: FilterField = {
	accepts: 'a part of the name, number, profile or business name, or ~regex',
	read(value) {
		const number = readNumber(value);
		const text = textTest(value, ({tracked, facts}) => `${tracked.instance.name}\n${facts.number}\n${facts.profile}\n${facts.business}`);
		return typeof number === 'function' && typeof text === 'function' ? row => text(row) || number(row) : text;
	},
};

function textTest(value: string, read: (row: Row) => string): ReadValue {
	if (value.startsWith('~')) {
		const pattern = parsePattern(value.slice(1));
		return pattern.kind === 'refused' ? {why: pattern.why} : row => read(row).split('\n').some(line => pattern.test(line));
	}

	const wanted = foldCase(value);
	return row => foldCase(read(row)).includes(wanted);
}

/** A state by its word, by at least three letters of it, or by a part of what came for one that is not documented. */
function readState(value: string): Test {
	const wanted = foldCase(value).replaceAll(/[\s\-_]/gv, '');
	const kinds = stateKinds.filter(kind => kind === wanted || (wanted.length > 2 && kind.startsWith(wanted)));
	return ({tracked}) => {
		const {state} = tracked.instance;
		return kinds.includes(state.kind) || (kinds.length === 0 && wanted !== '' && foldCase(stateWord(state)).replaceAll(/[\s\-_]/gv, '').includes(wanted));
	};
}

/** A part of the number, its digits counting alone. */
function readNumber(value: string): ReadValue {
	const digits = value.replaceAll(/[\s\(\)+\-.]/gv, '');
	return /^\d+$/v.test(digits) ? ({facts}) => facts.number.replaceAll(/\D/gv, '').includes(digits) : textTest(value, ({facts}) => facts.number);
}

function compareField(wanted: number | undefined, operator: FilterWord['operator'], what: string, read: (row: Row) => number): ReadValue {
	if (wanted === undefined) {
		return {why: `it takes ${what}`};
	}

	switch (operator) {
		case '>': {
			return row => read(row) > wanted;
		}

		case '<': {
			return row => read(row) < wanted;
		}

		case '>=': {
			return row => read(row) >= wanted;
		}

		case '<=': {
			return row => read(row) <= wanted;
		}

		case ':': {
			return {why: 'it compares with > or <'};
		}
	}
}

function onlyEquals(read: (value: string) => ReadValue): FilterField['read'] {
	return (value, operator) => operator === ':' ? read(value) : {why: 'it takes a colon; only since and flaps compare'};
}
