import type {Fleet} from '../../core/fleet/fleet.js';
import {withShares} from '../../core/fleet/past/with-shares.js';
import type {AccountId} from '../../core/instance/instance.js';
import type {Slices} from '../../core/polling/slices.js';
import type {Clock} from '../ports.js';
import type {Remembering} from './remembering.js';

/** When the shares of the instances are looked up in the memory. */
export type ShareOptions = {
	/** Whether anybody wants them now. */
	readonly areWanted: () => boolean;
	/** Whether the strips of the last 24 hours are wanted with them. */
	readonly hasStrips?: () => boolean;
	/** Whether a poll is told with them. Otherwise they come after it, so that the first picture does not wait for them. */
	readonly areAwaited: boolean;
};

/** Looks up the shares of accounts, each once a minute at most. */
export type ShareLookUp = {
	readonly isDue: (account: AccountId) => boolean;
	/** Notes that nothing can be looked up for now. */
	readonly missed: (account: AccountId) => void;
	/** Puts the shares into the fleet, if they are due. */
	readonly lookUp: (fleet: Fleet, account: AccountId, remembering: Pick<Remembering, 'shares'>) => Slices<Fleet>;
};

/** In milliseconds. A minute moves a share of a day by less than a tenth of a percent. */
const lookUpEvery = 60_000;

export function createShareLookUp({areWanted, hasStrips = () => false}: Pick<ShareOptions, 'areWanted' | 'hasStrips'>, {now, elapsed}: Clock): ShareLookUp {
	const lookedUp = new Map<AccountId, number>();
	const isDue = (account: AccountId) => areWanted() && elapsed() - (lookedUp.get(account) ?? -Infinity) >= lookUpEvery;
	const missed = (account: AccountId) => {
		lookedUp.set(account, elapsed());
	};

	return {
		isDue,
		missed,
		* lookUp(fleet, account, remembering) {
			if (!isDue(account)) {
				return fleet;
			}

			missed(account);
			const shares = yield * remembering.shares(now(), hasStrips());
			const inventory = shares === undefined ? fleet.inventory : yield * withShares(fleet.inventory, account, shares);
			return inventory === fleet.inventory ? fleet : {...fleet, inventory};
		},
	};
}
