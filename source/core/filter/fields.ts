import {actions} from '../instance/action.js';
import {
	fieldOf,
	stateKinds,
	valueOf,
	type Field,
	type SettingsFields,
} from '../instance/instance.js';
import type {Tracked} from '../fleet/inventory.js';
import {integrations, type Integration, type Standing} from '../instance/integration.js';
import type {Row} from '../fleet/row.js';
import {stateWord} from '../instance/state-word.js';
import {countFlaps} from '../fleet/transitions.js';
import {foldCase} from '../text/fold-case.js';
import {readDuration} from '../text/parse-duration.js';
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
	name: textField(({tracked}) => tracked.instance.name, (row, readTexts) => readTexts(row).name),
	number: {accepts: 'a part of it', read: onlyEquals(readNumber)},
	profile: textField(({facts}) => facts.profile, (row, readTexts) => readTexts(row).profile),
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
		known: row => row.isAcknowledged,
	}),
	since: {accepts: '>5m, <1h', read: (value, operator) => testNumber(readDuration(value.toLowerCase()), operator, 'a time such as 5m or 1h', ({tracked}, now) => lasting(tracked, now))},
	flaps: {accepts: '>=3', read: (value, operator) => testNumber(/^\d{1,6}$/v.test(value) ? Number(value) : undefined, operator, 'a number', ({tracked}, now) => countFlaps(tracked.history, now))},
	...Object.fromEntries(settings.map(name => [name.toLowerCase(), {...settingField(name), name}])),
};

/** What a plain word is looked for in. */
export const plainWord: FilterField = {
	accepts: 'a part of the name, number, profile or business name, or ~regex',
	read(value) {
		if (value.startsWith('~')) {
			return testPattern(value, ({tracked, facts}) => [tracked.instance.name, facts.number, facts.profile, facts.business]);
		}

		const wanted = foldCase(value);
		const digits = digitsOf(value);
		return (row, {readTexts}) => {
			const texts = readTexts(row);
			return texts.name.includes(wanted)
				|| texts.number.includes(wanted)
				|| texts.profile.includes(wanted)
				|| texts.business.includes(wanted)
				|| (digits !== undefined && texts.digits.includes(digits));
		};
	},
};

/** A state by its word, by at least three letters of it, or by a part of what came for one that is not documented. */
function readState(value: string): ReadValue {
	const wanted = plainState(value);
	if (wanted === '') {
		return {why: `it can be ${stateKinds.join(', ')}, or a state's own word`};
	}

	const kinds = stateKinds.filter(kind => kind === wanted || (wanted.length > 2 && kind.startsWith(wanted)));
	return ({tracked}) => {
		const {state} = tracked.instance;
		return kinds.includes(state.kind) || (kinds.length === 0 && plainState(stateWord(state)).includes(wanted));
	};
}

/** A state's word as it is compared: `logged out`, `logged-out` and `LOGGED_OUT` are one. */
function plainState(text: string): string {
	return foldCase(text).replaceAll(/[\s\-_]/gv, '');
}

/** A part of the number, its digits counting alone. */
function readNumber(value: string): ReadValue {
	const digits = digitsOf(value);
	return digits === undefined ? testText(value, ({facts}) => facts.number, (row, readTexts) => readTexts(row).number) : (row, {readTexts}) => readTexts(row).digits.includes(digits);
}

/** The digits of what looks like a part of a number, `+55 (11) 9999-0` say. */
function digitsOf(value: string): string | undefined {
	const digits = value.replaceAll(/[\s\(\)+\-.]/gv, '');
	return /^\d+$/v.test(digits) ? digits : undefined;
}

/** How long an instance has been in its state; a clock that was set back makes no negative time. */
function lasting({since}: Tracked, now: number): number {
	return Math.max(0, now - since.at);
}
