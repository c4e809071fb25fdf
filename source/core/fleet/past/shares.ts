import {day} from '../../text/duration.js';
import {recordOf} from '../../text/record-of.js';
import {isToldAlike, ratioOf, type Share} from './share.js';

/** TABLE of the windows until now of which shares are told, in milliseconds, by the names of their columns and filter fields. */
export const shareWindows = {up24h: day, up7d: 7 * day, up30d: 30 * day} as const;

export type ShareName = keyof typeof shareWindows;

export const shareNames: readonly ShareName[] = Object.keys(shareWindows).filter(name => isShareName(name));

/** The shares of an instance: of the time that was watched until the last look that is in the memory. */
export type Shares = Readonly<Record<ShareName, Share>>;

function isShareName(name: string): name is ShareName {
	return Object.hasOwn(shareWindows, name);
}

/** Text of the length of a window: `24h`. */
export function windowText(name: ShareName): string {
	return name.slice('up'.length);
}

/** Names the shares of the windows, which come in the order of their table. */
export function nameShares(found: readonly Share[]): Shares {
	return recordOf(shareNames, name => found[shareNames.indexOf(name)] ?? {up: 0, seen: 0, window: shareWindows[name]});
}

/** The share as a number from 0 to 1; `undefined` where nothing is remembered or too little was seen. */
export function ratioIn(shares: Shares | undefined, name: ShareName): number | undefined {
	return shares && ratioOf(shares[name]);
}

/** Whether the shares of an instance are told as before, wherever they are told. */
export function areToldAlike(one: Shares, other: Shares): boolean {
	return shareNames.every(name => isToldAlike(one[name], other[name]));
}
