import {ratioIn, shareNames, type ShareName} from '../fleet/past/shares.js';
import {recordOf} from '../text/record-of.js';
import {testNumber, type FilterField, type ReadValue} from './field.js';
import type {FilterWord} from './words.js';

/** Fields of the shares, one for each window. */
export const shareFields: Readonly<Record<ShareName, FilterField>> = recordOf(shareNames, name => ({
	accepts: '<99.5%, >=0.995',
	needsWatching: () => true,
	needsShares: true,
	read: (value, operator) => readShare(name, value, operator),
}));

function readShare(name: ShareName, value: string, operator: FilterWord['operator']): ReadValue {
	const test = testNumber(parseRatio(value), operator, 'a share such as 99%, 99.5% or 0.995', ({shares}) => ratioIn(shares, name));
	return typeof test === 'function'
		? {
			test,
			expected: ({shares}) => ratioIn(shares, name) !== undefined,
			doubt: `too little was seen to tell ${name} of any instance`,
			nearest: undefined,
			isUnknowable: true,
		}
		: test;
}

/** A number from 0 to 1, also in percent; `undefined` for any other text. */
function parseRatio(text: string): number | undefined {
	const {digits, percent} = /^(?<digits>\d{1,3}(?:\.\d{1,9})?|\.\d{1,9})(?<percent>%?)$/v.exec(text)?.groups ?? {};
	// The digits are moved in the text: 99.9 / 100 is another number than 0.999.
	const ratio = digits === undefined ? undefined : Number(percent === '%' ? `${digits}e-2` : digits);
	return ratio !== undefined && ratio <= 1 ? ratio : undefined;
}
