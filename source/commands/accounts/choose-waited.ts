/** An instance that is waited for: its name, and the account that it is of where the name tells that. */
export type Waited = {readonly name: string; readonly account: string | undefined};

/** Reads the name of an instance that several accounts may have: `prod/sales-04` is that of the account `prod`. One account needs none. */
export function chooseWaited(name: string, accounts: readonly string[]): Waited {
	const account = (accounts.length > 1 ? accounts : [])
		.filter(each => name.startsWith(`${each}/`) && name.length > each.length + 1)
		.toSorted((one, other) => other.length - one.length)[0];
	return account === undefined ? {name, account} : {name: name.slice(account.length + 1), account};
}
