import {day} from '../../text/duration.js';
import {recordOf} from '../../text/record-of.js';
import {isToldAlike, ratioOf, type Share} from './share.js';
import type {StripCell} from './strip.js';

/** TABLE of the windows until now of which shares are told, in milliseconds, by the names of their columns and filter fields. */
export const shareWindows = {up24h: day, up7d: 7 * day, up30d: 30 * day} as const;

export type ShareName = keyof typeof shareWindows;

export const shareNames: readonly ShareName[] = Object.keys(shareWindows).filter(name => isShareName(name));

/** The cells of the strip of the last 24 hours, one an hour, and its length in milliseconds. */
export const stripCells = 24;
export const stripWindow = shareWindows.up24h;

/**
The shares of an instance: of the time that was watched until the last look that is in the memory. `last24h` is its strip, where that was
asked for and something is remembered.
*/
export type Shares = Readonly<Record<ShareName, Share>> & {readonly last24h?: readonly StripCell[]};

function isShareName(name: string): name is ShareName {
	return Object.hasOwn(shareWindows, name);
}

/** Text of the length of a window: `24h`. */
export function windowText(name: ShareName): string {
	return name.slice('up'.length);
}

/** Names the shares of the windows, which come in the order of their table. */
export function nameShares(found: readonly Share[], last24h?: readonly StripCell[]): Shares {
	const shares = recordOf(shareNames, name => found[shareNames.indexOf(name)] ?? {up: 0, seen: 0, window: shareWindows[name]});
	return last24h === undefined ? shares : {...shares, last24h};
}

/** The share as a number from 0 to 1; `undefined` where nothing is remembered or too little was seen. */
export function ratioIn(shares: Shares | undefined, name: ShareName): number | undefined {
	return shares && ratioOf(shares[name]);
}

/** Whether the shares of an instance are told as before, wherever they are told. */
export function areToldAlike(one: Shares, other: Shares): boolean {
	return shareNames.every(name => isToldAlike(one[name], other[name])) && areDrawnAlike(one.last24h, other.last24h);
}

function areDrawnAlike(one: readonly StripCell[] = [], other: readonly StripCell[] = []): boolean {
	return one.length === other.length && one.every((cell, index) => {
		const beside = other[index];
		return cell === beside || (cell.kind === beside?.kind && stateOf(cell) === stateOf(beside));
	});
}

function stateOf(cell: StripCell): string | undefined {
	return 'state' in cell ? cell.state : undefined;
}
