import {instanceKey, type AccountId, type InstanceKey} from '../../instance/instance.js';

/** Begins the uid of an instance without an id. */
const namePrefix = 'name:';

/**
The text under which the memory keeps an instance: its id, `name:` and its name where it has none, or both where several have the id. It is
made of the key, which an instance keeps while the program follows it.
*/
export function uidOf(key: InstanceKey): string {
	const [, id = '', name] = readTexts(key);
	return name === undefined ? id : (id === '' ? `${namePrefix}${name}` : JSON.stringify([id, name]));
}

/** The key of an instance that is remembered under a uid. */
export function keyOf(account: AccountId, uid: string): InstanceKey {
	const {id, name} = partsOf(uid);
	return instanceKey(account, id, name);
}

/** The id and the name in a uid; there is no name where the id alone was enough, and an empty id where there was none. */
export function partsOf(uid: string): {readonly id: string; readonly name: string | undefined} {
	if (uid.startsWith(namePrefix)) {
		return {id: '', name: uid.slice(namePrefix.length)};
	}

	const [id, name] = uid.startsWith('["') ? readTexts(uid) : [];
	return id === undefined || name === undefined ? {id: uid, name: undefined} : {id, name};
}

/** Reads a list of texts from JSON; none where it is no list. */
function readTexts(text: string): readonly string[] {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list.filter(part => typeof part === 'string') : [];
	} catch {
		return [];
	}
}
