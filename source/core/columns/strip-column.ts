import {drawStrip} from '../fleet/past/draw-strip.js';
import {ratioIn, stripCells} from '../fleet/past/shares.js';
import {asciiSymbols} from '../screen/symbols.js';
import {textCell, type ColumnRow} from './column-row.js';

/** Column of the states of the last 24 hours, a cell an hour. It is sorted by the share of that time. */
export const stripColumn: ColumnRow = {
	title: 'LAST24H',
	align: 'left',
	priority: 57,
	least: stripCells,
	comfort: stripCells,
	most: stripCells,
	cell: ({shares}, symbols) => shares?.last24h?.some(({kind}) => kind !== 'unseen' && kind !== 'blank') === true
		? drawStrip(shares.last24h, symbols)
		: textCell('', symbols),
	sortKey: ({shares}) => ratioIn(shares, 'up24h'),
	raw: ({shares}) => drawStrip(shares?.last24h ?? [], asciiSymbols).map(({text}) => text).join(''),
	needsShares: true,
	needsStrips: true,
};
