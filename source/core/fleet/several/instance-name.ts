import type {AccountId, Instance} from '../../instance/instance.js';
import {sanitize, type SafeText} from '../../text/sanitize.js';

/** The name of an instance, behind that of its account where there are several: two accounts can have an instance of one name. */
export function instanceName({account, name}: Pick<Instance, 'account' | 'name'>, hasSeveral: boolean): SafeText {
	return hasSeveral ? sanitize(`${account}/${name}`) : name;
}

/** The name of an account before words that are about it, where there are several: `prod: `. */
export function accountPrefix(account: AccountId, hasSeveral: boolean): string {
	return hasSeveral ? `${sanitize(account)}: ` : '';
}
