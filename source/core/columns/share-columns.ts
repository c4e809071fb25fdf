import {describeShare, roundedRatio} from '../fleet/past/share.js';
import {ratioIn, shareNames, type ShareName} from '../fleet/past/shares.js';
import {recordOf} from '../text/record-of.js';
import {textCell, type ColumnRow} from './column-row.js';

/** Room for `~99.2%`, and for the title with the arrow of the sort. */
const width = 7;

/** Columns of the shares, one for each window. */
export const shareColumns: Readonly<Record<ShareName, ColumnRow>> = recordOf(shareNames, name => shareColumn(name));

function shareColumn(name: ShareName): ColumnRow {
	return {
		title: name.toUpperCase(),
		align: 'right',
		priority: 58,
		least: width,
		comfort: width,
		most: width,
		cell({shares}, symbols) {
			const text = shares === undefined ? symbols.nothing : describeShare(shares[name], symbols);
			return textCell(text === symbols.nothing ? '' : text, symbols);
		},
		sortKey: ({shares}) => ratioIn(shares, name),
		raw: ({shares}) => String((shares && roundedRatio(shares[name])) ?? ''),
		needsShares: true,
	};
}
