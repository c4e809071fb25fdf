/** An account of the memory, with the name that tells it from others: its place, numbered where several accounts are at one place. */
export type NamedAccount = {readonly id: number; readonly place: string; readonly name: string};

/** Names the accounts of the memory, in the order in which they were first seen, so that a name stays that of its account. */
export function nameAccounts(accounts: ReadonlyArray<{readonly id: number; readonly place: string}>): readonly NamedAccount[] {
	const counts = new Map<string, number>();
	return accounts.map(({id, place}) => {
		const count = (counts.get(place) ?? 0) + 1;
		counts.set(place, count);
		return {id, place, name: count === 1 ? place : `${place} (${count})`};
	});
}
