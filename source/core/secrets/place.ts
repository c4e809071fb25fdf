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

/** Letters of every such name, for a quick look at those that have none of them. */
const hint = /host|ur[il]|addr|endp|serv|prox|orig|link|hook|callb|redir|name|titl|descr|label/v;

/** The place that a field is by the words of its name: `proxy.host` and `baseUrl` are addresses, `inboxName` is a name. */
export function placeOf(name: string): Place | undefined {
	if (!hint.test(name.toLowerCase())) {
		return undefined;
	}

	const words = wordsOf(name);
	return words.some(word => addressWords.has(word)) ? 'address' : (words.some(word => nameWords.has(word)) ? 'name' : undefined);
}
