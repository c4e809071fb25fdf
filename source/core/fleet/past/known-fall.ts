import type {AccountId, InstanceKey} from '../../instance/instance.js';
import type {MassEvent} from '../mass-event.js';
import type {Transition} from '../transitions.js';

/** A mass event as the events tell of it: `fallen` of the `listed` instances of an account fell after `began`, until `until`. */
export type KnownFall = {
	readonly began: number;
	readonly until: number;
	readonly fallen: number;
	readonly listed: number;
	readonly account: AccountId;
	/** Those that fell; `undefined` where the memory tells of it, which keeps no more than its times. */
	readonly keys: ReadonlySet<InstanceKey> | undefined;
};

/** What a mass event is recognised by. It begins once, while its end and its size can still grow. */
export function idOfFall({account, began}: Pick<KnownFall, 'account' | 'began'>): string {
	return `${account} ${began}`;
}

/** A mass event as the memory tells of it. */
export function rememberedFall(account: AccountId, {began, until, fallen, listed}: Omit<KnownFall, 'account' | 'keys'>): KnownFall {
	return {
		account, began, until, fallen, listed, keys: undefined,
	};
}

/** Adds a mass event that goes on to those that are known, the latest last; the same list where it says nothing new. */
export function noteFall(falls: readonly KnownFall[], account: AccountId, event: MassEvent | undefined): readonly KnownFall[] {
	if (event === undefined) {
		return falls;
	}

	const {from: began, until, fallen, of: listed} = event;
	const former = falls.find(fall => fall.account === account && fall.began === began);
	if (former?.until === until && former.fallen === fallen.size) {
		return falls;
	}

	// One that the memory began to tell of had falls that are not among the keys.
	const keys = former !== undefined && former.keys === undefined ? undefined : fallen;
	return [...falls.filter(fall => fall !== former), {
		account, began, until, fallen: fallen.size, listed, keys,
	}];
}

/** Puts mass events together, those that were looked up before the others. What is told twice is as the later list tells it. */
export function joinFalls(falls: readonly KnownFall[], later: readonly KnownFall[]): readonly KnownFall[] {
	const ids = new Set(later.map(fall => idOfFall(fall)));
	const others = falls.filter(fall => !ids.has(idOfFall(fall)));
	return others.length === 0 ? later : [...others, ...later];
}

/** Makes the function that finds the mass event that a change of an account's instance is a fall of. */
export function createFallFinder(falls: readonly KnownFall[]): (account: AccountId, transition: Transition) => KnownFall | undefined {
	const byAccount = Map.groupBy(falls, ({account}) => account);
	let last: KnownFall | undefined;
	return (account, {key, at, former, to}) => {
		if (former.state.kind !== 'connected' || to.kind === 'connected') {
			return undefined;
		}

		const isOf = ({began, until, keys}: KnownFall) => at > began && at <= until && keys?.has(key) !== false;
		// Events that follow each other are mostly of the same one.
		last = last?.account === account && isOf(last) ? last : byAccount.get(account)?.findLast(fall => isOf(fall));
		return last;
	};
}
