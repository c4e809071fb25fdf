import {fieldOf, valueOf} from '../blocks/field.js';
import {actions} from '../instance/action.js';
import {stateKinds, type StateKind} from '../instance/instance.js';
import {isInTrouble, type Row} from '../fleet/row.js';
import {stateWord} from '../instance/state-word.js';
import {countFlaps} from '../fleet/flapping.js';
import {foldBeginning, foldCase} from '../text/fold-case.js';
import {findNearest} from '../text/nearest.js';
import {readDuration} from '../text/time/parse-duration.js';
import {integrationFields, settingFields} from './block-fields.js';
import {
	choiceField,
	onlyEquals,
	testNumber,
	testPattern,
	testText,
	textField,
	type FilterField,
	type ReadValue,
	type Test,
} from './field.js';
import {digitsOf} from './phone-digits.js';
import {shareFields} from './share-fields.js';
import type {FilterWord} from './words.js';

/** Words for several states at once, and the documented states. */
const stateGroups: Readonly<Record<string, (kind: StateKind) => boolean>> = {up: kind => kind === 'connected', down: kind => kind !== 'connected'};
/** Values of the field `is`. */
const marks: Readonly<Record<string, Test>> = {
	stuck: row => row.isStuck,
	flapping: row => row.isFlapping,
	odd: row => row.facts.odd.length > 0,
	trouble: isInTrouble,
	new: row => row.isNew,
	gone: row => row.tracked.gone !== undefined,
	known: row => row.isAcknowledged,
};

const stateNames = [...stateKinds, ...Object.keys(stateGroups)];

/** The presences that the API's page names; there are others. */
const presences = ['available', 'unavailable', 'composing'];

/** TABLE of the fields, by their name in lower case, as it stands before the operator. */
export const filterFields: Readonly<Record<string, FilterField>> = {
	state: {
		accepts: `${stateNames.join('|')}, or a state's own word`, words: stateNames, known: 'states', read: onlyEquals(readState),
		brief: 'a state, up, down, or its own word',
	},
	do: {...choiceField(Object.fromEntries(actions.map(action => [action, (row: Row) => row.action === action]))), brief: 'a word of DO'},
	name: {...textField(({tracked}) => tracked.instance.name, (row, readTexts) => readTexts(row).name), known: 'names'},
	number: {accepts: 'a part', read: onlyEquals(readNumber)},
	account: {accepts: 'a part, or ~regex', known: 'accounts', read: onlyEquals(readAccount)},
	profile: textField(({facts}) => facts.profile, (row, readTexts) => readTexts(row).profile),
	presence: {accepts: 'a part, or ~regex', words: presences, read: onlyEquals(readPresence)},
	business: choiceField({
		yes: ({tracked}) => valueOf(fieldOf(tracked.instance.item.profile, 'isBusiness')) === true,
		no: ({tracked}) => valueOf(fieldOf(tracked.instance.item.profile, 'isBusiness')) === false,
	}),
	...integrationFields,
	why: {accepts: 'a part, or ~regex', read: onlyEquals(readWhy)},
	is: {...choiceField(marks), needsWatching: value => watchedMarks.has(foldCase(value))},
	since: {
		accepts: '>5m, <1h; a number alone is seconds', brief: '>5m, <1h', needsWatching: () => true, read: readSince,
	},
	flaps: {accepts: '>=3', needsWatching: () => true, read: readFlaps},
	...shareFields,
	...settingFields,
};

/** Values of `is` that only time shows. */
const watchedMarks: ReadonlySet<string> = new Set(['stuck', 'flapping', 'new', 'gone']);

/** Field of a word that names no field: a part of one of four texts, or of the digits of the number. */
export const plainWord: FilterField = {
	accepts: 'a part of the name, number, profile or business name, or ~regex',
	brief: 'a part of name, number, profile or business, or ~regex',
	read(value) {
		if (value.startsWith('~')) {
			return testPattern(value, ({tracked, facts}) => [tracked.instance.name, facts.number, facts.profile, facts.business]);
		}

		const wanted = foldCase(value);
		const digits = digitsOf(value);
		const test: Test = (row, {readTexts}) => {
			const texts = readTexts(row);
			return texts.name.includes(wanted)
				|| texts.number.includes(wanted)
				|| texts.profile.includes(wanted)
				|| texts.business.includes(wanted)
				|| (digits !== undefined && texts.digits.includes(digits));
		};

		const meant = fieldValueOf(wanted);
		return meant === undefined ? test : {test, doubt: `no name, number or profile has ${value}`, nearest: meant};
	},
};

/** The field and the value that a word alone most likely means, such as `state:down`; `undefined` where it is no value of those fields. */
function fieldValueOf(word: string): string | undefined {
	if (stateNames.some(name => name === word && name !== 'other')) {
		return `state:${word}`;
	}

	return Object.hasOwn(marks, word) ? `is:${word}` : undefined;
}

/** Reads a state: its word, at least the first three letters of it, or a part of the word of a state that is not documented. */
function readState(value: string): ReadValue {
	const wanted = normalizeState(value);
	if (wanted === '') {
		return {why: `it can be ${stateNames.join(', ')}, or a state's own word`};
	}

	const isGrouped = Object.hasOwn(stateGroups, wanted) ? stateGroups[wanted] : undefined;
	const kinds = stateKinds.filter(kind => isGrouped?.(kind) ?? (kind === wanted || (wanted.length > 2 && kind.startsWith(wanted))));
	return kinds.length > 0
		? ({tracked}) => kinds.includes(tracked.instance.state.kind)
		: {
			test: ({tracked}) => normalizeState(stateWord(tracked.instance.state)).includes(wanted),
			doubt: `no instance has the state ${value}`,
			nearest: findNearest(wanted, stateNames),
		};
}

/** Reads a part of the reasons for which a row is not fine. Of one that is fine there is nothing to match, whatever the expression. */
function readWhy(value: string): ReadValue {
	const test = testText(value, ({why}) => why, ({why}) => foldBeginning(why));
	return typeof test === 'function' ? (row, context) => row.why !== '' && test(row, context) : test;
}

/** Reads a part of the name of an account. One that no instance is of may be an account that gave no answer. */
function readAccount(value: string): ReadValue {
	const test = testText(value, ({tracked}) => tracked.instance.account, ({tracked}) => foldBeginning(tracked.instance.account));
	return typeof test === 'function' ? {test, doubt: `no instance is of an account ${value}`, nearest: undefined} : test;
}

/** Reads a part of a presence. The API's page does not say which there are all in all. */
function readPresence(value: string): ReadValue {
	const test = testText(value, ({facts}) => facts.presence, row => foldBeginning(row.facts.presence));
	return typeof test === 'function'
		? {test, doubt: `no instance has the presence ${value}`, nearest: findNearest(value, presences)}
		: test;
}

/** Brings the word of a state to the form that is compared: `logged out`, `logged-out` and `LOGGED_OUT` are equal. */
function normalizeState(text: string): string {
	return foldBeginning(text).replaceAll(/[\s\-_]/gv, '');
}

/** Reads a part of a phone number: by its digits alone, or as a text where it holds other characters than a number does. */
function readNumber(value: string): ReadValue {
	const digits = digitsOf(value);
	return digits === undefined
		? testText(value, ({facts}) => facts.number, (row, readTexts) => readTexts(row).number)
		: (row, {readTexts}) => readTexts(row).digits.includes(digits);
}

function readSince(value: string, operator: FilterWord['operator']): ReadValue {
	const wanted = readDuration(value.toLowerCase());
	return testNumber(wanted, operator, 'a time such as 90s, 5m or 1h; a number alone is seconds', timeInState);
}

function readFlaps(value: string, operator: FilterWord['operator']): ReadValue {
	const wanted = /^\d{1,6}$/v.test(value) ? Number(value) : undefined;
	return testNumber(wanted, operator, 'a number', ({tracked, era}, now) => countFlaps(tracked.history, {now, era}));
}

/** Time that an instance has been in its state, in milliseconds; 0 where the clock was set back. */
function timeInState({since}: Row, now: number): number {
	return Math.max(0, now - since.at);
}
