import {blocks, integrations} from '../blocks/blocks.js';
import {actions} from '../instance/action.js';
import {rawName, rawNumber, rawState} from '../instance/raw-text.js';
import type {Row} from '../fleet/row.js';
import {sanitize} from '../text/sanitize.js';
import {blockColumns, settingColumns} from './block-columns.js';
import {
	actionCell,
	symbolCell,
	integrationsCell,
	nameCell,
	sinceCell,
	stateCell,
	whyCell,
} from './cells.js';
import {
	fieldColumn,
	rawField,
	textCell,
	textColumn,
	type ColumnRow,
} from './column-row.js';
import {shareColumns} from './share-columns.js';
import {stripColumn} from './strip-column.js';

const {up24h, ...otherShares} = shareColumns;

/** TABLE of all columns of the grid, by their ids. Those of the shares, the blocks and the settings are made from their own tables. */
export const columnTable = {
	state: {
		title: 'STATE',
		align: 'left',
		priority: 100,
		least: 14,
		comfort: 18,
		most: 20,
		// `○ disconnected`; two more for a mark would be missed by the names on 80 columns.
		floor: 14,
		cell: stateCell,
		narrow: {width: 1, cell: symbolCell},
		sortKey: ({rank}) => rank,
		first: 'worst',
		raw: ({tracked}, isRevealed) => rawState(tracked.instance, isRevealed),
		isUsual: true,
	},
	name: {
		title: 'NAME',
		align: 'left',
		priority: 99,
		least: 14,
		comfort: 24,
		most: 40,
		cell: nameCell,
		isCutInMiddle: true,
		sortKey: ({tracked}) => tracked.instance.name,
		raw: ({tracked}, isRevealed) => rawName(tracked.instance, isRevealed),
		isUsual: true,
	},
	account: {
		...textColumn(({tracked}) => sanitize(tracked.instance.account), {
			title: 'ACCOUNT', priority: 85, comfort: 12, most: 24, raw: ({tracked}) => tracked.instance.account, isUsual: 'where-several',
		}),
		least: 7,
		// Names of accounts often begin alike: one of a customer for each of its deployments.
		isCutInMiddle: true,
	},
	number: {
		title: 'NUMBER',
		align: 'left',
		priority: 70,
		least: 17,
		comfort: 20,
		most: 24,
		cell: ({facts}, symbols) => textCell(facts.number, symbols),
		cellsAtMost: ({facts}) => Math.max(facts.numberCells, signCells),
		sortKey: ({facts}) => numberKey(facts.number),
		raw: ({tracked}, isRevealed) => rawNumber(tracked.instance, isRevealed),
		isUsual: true,
	},
	since: {
		title: 'SINCE',
		align: 'right',
		priority: 80,
		least: 6,
		comfort: 6,
		most: 6,
		cell: sinceCell,
		sortKey: ({since}) => -since.at,
		// Empty where the beginning was not seen, since its time is not known.
		raw: ({tracked: {since}}) => since.isExact ? new Date(since.at).toISOString() : '',
		isUsual: true,
	},
	do: {
		title: 'DO',
		align: 'left',
		priority: 90,
		least: 9,
		comfort: 9,
		most: 9,
		cell: actionCell,
		sortKey: actionKey,
		first: 'worst',
		raw: ({action}) => action,
		isUsual: true,
	},
	integrations: {
		title: integrations.map(integration => blocks[integration].letter).join(''),
		align: 'left',
		priority: 60,
		// The letters and the arrow of the sort.
		least: integrations.length + 1,
		comfort: integrations.length + 1,
		most: integrations.length + 1,
		cell: integrationsCell,
		sortKey: ({facts}) => -facts.integrations.filter(standing => standing === 'on' || standing === 'trouble').length,
		first: 'most',
		raw: ({facts}) => integrations.map((integration, index) => `${integration}:${facts.integrations[index] ?? 'missing'}`).join(' '),
		isUsual: true,
	},
	why: {
		title: 'WHY',
		align: 'left',
		priority: 59,
		// `Chatwoot reports an e…`, and `down since 03:12, sess`: a wider one would leave a quarter of the screen empty where it does not fit.
		least: 22,
		comfort: 40,
		most: 100,
		cell: whyCell,
		sortKey: ({why}) => why,
		raw: ({why}) => why,
		isUsual: 'where-told',
	},
	up24h: {...up24h, isUsual: 'where-told'},
	last24h: {...stripColumn, isUsual: 'where-told'},
	profile: textColumn(({facts}) => facts.profile, {
		title: 'PROFILE', priority: 50, raw: rawField('profile', 'name'), isUsual: 'where-told',
	}),
	presence: {
		title: 'PRESENCE',
		align: 'left',
		priority: 40,
		least: 11,
		comfort: 11,
		most: 14,
		cell: ({facts}, symbols) => textCell(facts.presence, symbols),
		sortKey: ({facts}) => facts.presence,
		raw: rawField('connection', 'presenceStatus'),
	},
	...otherShares,
	business: textColumn(({facts}) => facts.business, {title: 'BUSINESS', raw: rawField('profile', 'businessName')}),
	...blockColumns,
	updated: fieldColumn(['updatedAt'], ({item}) => item.updatedAt, {title: 'UPDATED UTC', comfort: 16, most: 20}),
	created: fieldColumn(['createdAt'], ({item}) => item.createdAt, {title: 'CREATED UTC', comfort: 16, most: 20}),
	id: fieldColumn(['id'], ({item}) => item.id, {title: 'ID', comfort: 36, most: 36}),
	...settingColumns,
} as const satisfies Readonly<Record<string, ColumnRow>>;

/** Sort key of the action, the most urgent first. An instance that is gone has no key, since there is nothing to do about it. */
function actionKey({action, tracked}: Row): number | undefined {
	return tracked.gone === undefined ? -actions.indexOf(action) : undefined;
}

/** Cells of the sign for a text that is not in the answer. */
const signCells = 1;

/** A number has 15 digits at most (E.164), with as many signs between them. */
const longestNumber = 40;

function numberKey(number: string): number | undefined {
	const digits = number.slice(0, longestNumber).replaceAll(/\D/gv, '');
	return digits === '' ? undefined : Number(digits);
}
