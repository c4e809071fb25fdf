import {instanceKey, type AccountId, type InstanceKey} from '../../instance/instance.js';

/** Begins the uid of an instance without an id. */
const namePrefix = 'name:';

/** Begins a uid that is a list of texts, since none of them alone would be enough or could be kept. */
const listStart = '["';

/**
The text under which the memory keeps an instance: its id, `name:` and its name where it has none, or both where several have the id. It is
made of the key, which an instance keeps while the program follows it. No two keys have one uid.
*/
export function uidOf(key: InstanceKey): string {
	const [, id = '', name] = readTexts(key);
	const plain = id === '' && name !== undefined ? `${namePrefix}${name}` : (name === undefined ? id : undefined);
	const isPlain = plain?.isWellFormed() === true && (id === '' || !(id.startsWith(namePrefix) || id.startsWith(listStart)));
	// A list holds any text: its escapes keep what a database cannot, such as half a surrogate pair.
	return isPlain ? plain : JSON.stringify(name === undefined ? [id] : [id, name]);
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

	const [id, name] = uid.startsWith(listStart) ? readTexts(uid) : [];
	return id === undefined ? {id: uid, name: undefined} : {id, name};
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
