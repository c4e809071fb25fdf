import {actions} from '../instance/action.js';
import {
	fieldOf,
	valueOf,
	type Field,
	type Instance,
	type SettingsFields,
	type TimeText,
	type UrlText,
} from '../instance/instance.js';
import {integrations} from '../instance/integration.js';
import type {Row} from '../fleet/row.js';
import {
	actionCell,
	symbolCell,
	integrationLetters,
	integrationsCell,
	nameCell,
	sinceCell,
	stateCell,
} from './cells.js';
import {
	textCell,
	arrowCells,
	type Column,
	type ColumnId,
} from './column.js';

/** Makes a column of a text, which is empty for an instance that does not have it. */
function textColumn(
	id: ColumnId,
	title: string,
	read: (row: Row) => string,
	{priority = 55, comfort = 18, most = 32}: Partial<Pick<Column, 'priority' | 'comfort' | 'most'>> = {},
): Column {
	return {
		id,
		title,
		align: 'left',
		priority,
		least: 10,
		comfort,
		most,
		cell: (row, symbols) => textCell(read(row), symbols),
		sortKey: read,
	};
}

/** Makes a column of a time that came in the answer. */
function timeColumn(id: ColumnId, title: string, read: (instance: Instance) => Field<TimeText>): Column {
	return {
		id,
		title,
		align: 'left',
		priority: 55,
		least: 10,
		comfort: 16,
		most: 20,
		cell: ({tracked}, symbols) => textCell(shortTime(valueOf(read(tracked.instance))?.text ?? ''), symbols),
		sortKey: ({tracked}) => valueOf(read(tracked.instance))?.at,
	};
}

/** Makes the column of a field of the `settings` block: `on`, `off`, or its text. */
function settingColumn(id: keyof SettingsFields): Column {
	const title = id.replaceAll(/\p{Uppercase_Letter}/gv, ' $&').toUpperCase();
	return textColumn(id, title, ({tracked}) => settingText(tracked.instance, id), {comfort: title.length + arrowCells, most: 32});
}

function settingText({settings}: Instance, id: keyof SettingsFields): string {
	const value = valueOf<boolean | string>(fieldOf(settings, id));
	return typeof value === 'boolean' ? (value ? 'on' : 'off') : (value ?? '');
}

/** Cuts a time in UTC, such as `2026-04-28T10:30:00Z`, to the minute. A text in any other form stays as it came. */
function shortTime(text: string): string {
	return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*Z$/v.test(text) ? text.slice(0, 16).replace('T', ' ') : text;
}

function hostOf(url: UrlText | undefined): string {
	return url === undefined || !URL.canParse(url.shown) ? (url?.shown ?? '') : new URL(url.shown).host;
}

/** TABLE of all columns of the grid. A column id without an entry here does not compile. */
export const columns: Readonly<Record<ColumnId, Column>> = {
	state: {
		id: 'state',
		title: 'STATE',
		align: 'left',
		priority: 100,
		least: 16,
		comfort: 18,
		most: 20,
		cell: stateCell,
		narrow: {width: 1, cell: symbolCell},
		sortKey: ({rank}) => rank,
		first: 'worst',
	},
	name: {
		id: 'name',
		title: 'NAME',
		align: 'left',
		priority: 99,
		least: 14,
		comfort: 20,
		most: 40,
		cell: nameCell,
		sortKey: ({tracked}) => tracked.instance.name,
	},
	number: {
		id: 'number',
		title: 'NUMBER',
		align: 'left',
		priority: 70,
		least: 17,
		comfort: 20,
		most: 24,
		cell: ({facts}, symbols) => textCell(facts.number, symbols),
		sortKey: ({facts}) => numberKey(facts.number),
	},
	profile: textColumn('profile', 'PROFILE', ({facts}) => facts.profile, {priority: 50}),
	since: {
		id: 'since',
		title: 'SINCE',
		align: 'right',
		priority: 80,
		least: 6,
		comfort: 6,
		most: 6,
		cell: sinceCell,
		sortKey: ({since}) => -since.at,
	},
	do: {
		id: 'do',
		title: 'DO',
		align: 'left',
		priority: 90,
		least: 9,
		comfort: 9,
		most: 9,
		cell: actionCell,
		sortKey: actionKey,
		first: 'worst',
	},
	integrations: {
		id: 'integrations',
		title: integrations.map(integration => integrationLetters[integration]).join(''),
		align: 'left',
		priority: 60,
		least: 6,
		comfort: 6,
		most: 6,
		cell: integrationsCell,
		sortKey: ({facts}) => -facts.integrations.filter(standing => standing === 'on' || standing === 'trouble').length,
		first: 'most',
	},
	presence: {
		id: 'presence',
		title: 'PRESENCE',
		align: 'left',
		priority: 40,
		least: 11,
		comfort: 11,
		most: 14,
		cell: ({facts}, symbols) => textCell(facts.presence, symbols),
		sortKey: ({facts}) => facts.presence,
	},
	business: textColumn('business', 'BUSINESS', ({facts}) => facts.business),
	webhook: textColumn('webhook', 'WEBHOOK', ({tracked}) => hostOf(valueOf(fieldOf(tracked.instance.webhook, 'url')))),
	chatwoot: textColumn('chatwoot', 'CHATWOOT', ({tracked}) => valueOf(fieldOf(tracked.instance.chatwoot, 'inboxName')) ?? ''),
	proxy: textColumn('proxy', 'PROXY', ({tracked}) => valueOf(fieldOf(tracked.instance.proxy, 'host')) ?? ''),
	s3: textColumn('s3', 'S3', ({tracked}) => valueOf(fieldOf(tracked.instance.s3, 'bucket')) ?? ''),
	updated: timeColumn('updated', 'UPDATED UTC', ({updatedAt}) => updatedAt),
	created: timeColumn('created', 'CREATED UTC', ({createdAt}) => createdAt),
	id: textColumn('id', 'ID', ({tracked}) => valueOf(tracked.instance.id) ?? '', {comfort: 36, most: 36}),
	autoRejectCalls: settingColumn('autoRejectCalls'),
	callRejectMessage: settingColumn('callRejectMessage'),
	ignoreGroupMessages: settingColumn('ignoreGroupMessages'),
	keepOnlineStatus: settingColumn('keepOnlineStatus'),
	autoReadMessages: settingColumn('autoReadMessages'),
	disableHistorySync: settingColumn('disableHistorySync'),
	ignoreStatus: settingColumn('ignoreStatus'),
};

/** Sort key of the action, the most urgent first. An instance that is gone has no key, since there is nothing to do about it. */
function actionKey({action, tracked}: Row): number | undefined {
	return tracked.gone === undefined ? -actions.indexOf(action) : undefined;
}

function numberKey(number: string): number | undefined {
	const digits = number.replaceAll(/\D/gv, '');
	return digits === '' ? undefined : Number(digits);
}
