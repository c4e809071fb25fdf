import type {AccountId} from '../../instance/instance.js';
import type {Tracked} from '../tracked.js';
import {isWithin} from '../seen/is-within.js';

/**
Many instances that are missing from an account's list and were in the list before: `vanished` of the `of` that were there.
`isEmptied` says that nothing is left in the list, however few they were.
*/
export type MassVanishing = {
	readonly account: AccountId;
	readonly at: number;
	readonly vanished: number;
	readonly of: number;
	readonly isEmptied: boolean;
};

/** Fewer instances than this vanish by chance in any list. */
const fewestVanished = 5;

/** Half of a list does not vanish by itself. The message stays as long as the rows of the vanished instances stay on the screen. */
const vanishedShare = 1 / 2;
const vanishingFor = 60_000;

/** Share of the vanished instances that has to be back for the message to go. A few never come back, so nine in ten count as all. */
const shareBack = 0.9;

/** Describes a vanishing: `20 of 40 vanished between two polls`, `the list is empty: all 40 vanished`. */
export function describeVanishing({vanished, of, isEmptied}: MassVanishing): string {
	return isEmptied
		? `the list is empty: ${of === 1 ? 'its only instance' : `all ${of}`} vanished`
		: `${vanished} of ${of} vanished between two polls`;
}

/** Finds a vanishing at the look `at` among the instances of one account. */
export function findVanishing(ofOne: readonly Tracked[], account: AccountId, at: number): MassVanishing | undefined {
	const listedBefore = ofOne.filter(({gone, appeared}) => appeared.at !== at && (gone === undefined || gone === at));
	const vanished = listedBefore.filter(({gone}) => gone === at).length;
	const isEmptied = vanished > 0 && isEmpty(ofOne);
	return isEmptied || (vanished >= fewestVanished && vanished >= listedBefore.length * vanishedShare)
		? {
			account, at, vanished, of: listedBefore.length, isEmptied,
		}
		: undefined;
}

/** Whether a vanishing is recent enough to be told. An account that emptied is told until its list has an instance again. */
export function isNews({at, isEmptied}: MassVanishing, now: number): boolean {
	return isEmptied || isWithin(vanishingFor, at, now);
}

/** Keeps a vanishing while it is recent and its instances are not back, and one that emptied the list while that is empty. */
export function keepVanishing(vanishing: MassVanishing | undefined, ofOne: readonly Tracked[], now: number): MassVanishing | undefined {
	if (vanishing === undefined || !isNews(vanishing, now)) {
		return undefined;
	}

	if (vanishing.isEmptied) {
		return isEmpty(ofOne) ? vanishing : undefined;
	}

	const missing = ofOne.filter(({gone}) => gone === vanishing.at).length;
	return missing > vanishing.vanished * (1 - shareBack) ? vanishing : undefined;
}

function isEmpty(ofOne: readonly Tracked[]): boolean {
	return ofOne.every(({gone}) => gone !== undefined);
}
