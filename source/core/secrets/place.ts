import {wordsOf} from '../text/secret-name.js';

/** What a field holds, where that decides about a text which may be a secret or not: an address, or a name that people give. */
export type Place = 'address' | 'name';

const addressWords: ReadonlySet<string> = new Set([
	'host',
	'hostname',
	'url',
	'urls',
	'uri',
	'address',
	'endpoint',
	'server',
	'proxy',
	'origin',
	'link',
	'webhook',
	'callback',
	'redirect',
]);

const nameWords: ReadonlySet<string> = new Set(['name', 'title', 'description', 'label']);

/** The place that a field is by the words of its name: `proxy.host` and `baseUrl` are addresses, `inboxName` is a name. */
export function placeOf(name: string): Place | undefined {
	const words = wordsOf(name);
	return words.some(word => addressWords.has(word)) ? 'address' : (words.some(word => nameWords.has(word)) ? 'name' : undefined);
}
