import {
	fieldOf,
	valueOf,
	type Field,
	type Instance,
	type SettingsFields,
	type TimeText,
	type UrlText,
} from '../instance.js';
import {integrations} from '../oddities.js';
import type {Row} from '../row.js';
import {
	actionCell,
	glyphCell,
	integrationLetters,
	integrationsCell,
	nameCell,
	sinceCell,
	stateCell,
} from './cells.js';
import {textCell, type Column, type ColumnId} from './column.js';

/** What has to be done, the most urgent first: the order of the column. */
const actionOrder: readonly string[] = ['look', 'pair', 'reconnect', 'wait', 'ok'];

/** A column of a text that an instance has or has not. */
function textColumn(id: ColumnId, title: string, read: (row: Row) => string, {priority = 30, comfort = 18, most = 32}: {readonly priority?: number; readonly comfort?: number; readonly most?: number} = {}): Column {
	return {
		id,
		title,
		align: 'left',
		priority,
		least: 10,
		comfort,
		most,
		cell: (row, signs) => textCell(read(row), signs),
		sortKey: read,
	};
}

function timeColumn(id: ColumnId, title: string, read: (instance: Instance) => Field<TimeText>): Column {
	return {
		id,
		title,
		align: 'left',
		priority: 30,
		least: 10,
		comfort: 16,
		most: 20,
		cell: ({tracked}, signs) => textCell(valueOf(read(tracked.instance))?.text.slice(0, 16).replace('T', ' ') ?? '', signs),
		sortKey: ({tracked}) => valueOf(read(tracked.instance))?.at,
	};
}

/** One of the family of settings: on, off, or its text. */
function settingColumn(id: keyof SettingsFields): Column {
	return textColumn(id, id.toUpperCase(), ({tracked}) => settingText(tracked.instance, id), {comfort: id.length, most: 30});
}

function settingText({settings}: Instance, id: keyof SettingsFields): string {
	const value = valueOf<boolean | string>(fieldOf(settings, id));
	return typeof value === 'boolean' ? (value ? 'on' : 'off') : (value ?? '');
}

function hostOf(url: UrlText | undefined): string {
	return url === undefined || !URL.canParse(url.shown) ? (url?.shown ?? '') : new URL(url.shown).host;
}

/** TABLE of all columns of the grid; `defaultColumnIds` are the usual ones. A column that has an id and is not here does not compile. */
export const columns: Readonly<Record<ColumnId, Column>> = {
	state: {
		id: 'state', title: 'STATE', align: 'left', priority: 100, least: 14, comfort: 18, most: 20, cell: stateCell, narrow: {width: 1, cell: glyphCell}, sortKey: ({rank}) => rank,
	},
	name: {
		id: 'name', title: 'NAME', align: 'left', priority: 99, least: 16, comfort: 20, most: 40, cell: nameCell, sortKey: ({tracked}) => tracked.instance.name,
	},
	number: {
		id: 'number', title: 'NUMBER', align: 'left', priority: 70, least: 17, comfort: 20, most: 24, cell: ({facts}, signs) => textCell(facts.number, signs), sortKey: ({facts}) => numberKey(facts.number),
	},
	profile: textColumn('profile', 'PROFILE', ({facts}) => facts.profile, {priority: 50}),
	since: {
		id: 'since', title: 'SINCE', align: 'right', priority: 80, least: 6, comfort: 6, most: 6, cell: sinceCell, sortKey: ({lasted}) => lasted,
	},
	do: {
		id: 'do', title: 'DO', align: 'left', priority: 90, least: 9, comfort: 9, most: 9, cell: actionCell, sortKey: ({action}) => actionOrder.indexOf(action),
	},
	integrations: {
		id: 'integrations', title: integrations.map(integration => integrationLetters[integration]).join(''), align: 'left', priority: 60, least: 6, comfort: 6, most: 6, cell: integrationsCell, sortKey: ({facts}) => -facts.integrations.filter(standing => standing === 'on').length,
	},
	presence: {
		id: 'presence', title: 'PRESENCE', align: 'left', priority: 40, least: 11, comfort: 11, most: 14, cell: ({facts}, signs) => textCell(facts.presence, signs), sortKey: ({facts}) => facts.presence,
	},
	business: textColumn('business', 'BUSINESS', ({facts}) => facts.business),
	webhook: textColumn('webhook', 'WEBHOOK', ({tracked}) => hostOf(valueOf(fieldOf(tracked.instance.webhook, 'url')))),
	chatwoot: textColumn('chatwoot', 'CHATWOOT', ({tracked}) => valueOf(fieldOf(tracked.instance.chatwoot, 'inboxName')) ?? ''),
	proxy: textColumn('proxy', 'PROXY', ({tracked}) => valueOf(fieldOf(tracked.instance.proxy, 'host')) ?? ''),
	s3: textColumn('s3', 'S3', ({tracked}) => valueOf(fieldOf(tracked.instance.s3, 'bucket')) ?? ''),
	updated: timeColumn('updated', 'UPDATED', ({updatedAt}) => updatedAt),
	created: timeColumn('created', 'CREATED', ({createdAt}) => createdAt),
	id: textColumn('id', 'ID', ({tracked}) => valueOf(tracked.instance.id) ?? '', {comfort: 36, most: 36}),
	autoRejectCalls: settingColumn('autoRejectCalls'),
	callRejectMessage: settingColumn('callRejectMessage'),
	ignoreGroupMessages: settingColumn('ignoreGroupMessages'),
	keepOnlineStatus: settingColumn('keepOnlineStatus'),
	autoReadMessages: settingColumn('autoReadMessages'),
	disableHistorySync: settingColumn('disableHistorySync'),
	ignoreStatus: settingColumn('ignoreStatus'),
};

function numberKey(number: string): number | undefined {
	const digits = number.replaceAll(/\D/gv, '');
	return digits === '' ? undefined : Number(digits);
}
