import type {Instance} from '../core/instance/instance.js';
import {createTextMask, type TextMask} from '../core/json/mask.js';
import {hasText} from '../core/json/has-text.js';
import {readJson} from '../core/json/late.js';
import {createKnownTokens, type KnownTokens} from '../core/secrets/known-tokens.js';
import {hasToken} from '../core/secrets/mask-text.js';
import {createInstanceReader, type InstanceReader} from './item/read-instance.js';
import {fewInstances} from './json/keep-few.js';

/** An instance that was decoded, and what its item is recognised by, as it came. */
type Decoded = {
	readonly id: string;
	readonly name: string;
	readonly instance: Instance;
};

/**
What decoding keeps from answer to answer: the instances of items that did not change, and the tokens that are masked in every text.
An instance goes when its item, an object, goes.
*/
export type DecodeCache = {
	readonly instances: WeakMap<WeakKey, Decoded>;
	readonly read: InstanceReader;
	readonly maskText: TextMask;
	/** Adds the token of the request, which is masked wherever it comes back. */
	readonly addTokenInUse: (token: string) => void;
	/** Adds the token of an item of an answer, unless its text is too common, or is the name that people gave the instance. */
	readonly addListedToken: (item: {readonly id: string; readonly name: string; readonly token: string}) => void;
	/**
	Says whether a text of an item holds a token that was added since the last `settle`. Its instance, which was decoded before,
	is to be decoded again.
	*/
	readonly isOutdated: (item: unknown) => boolean;
	/** Notes that an answer of so many items is decoded. Tokens that are no longer listed are to go when they outnumber the others. */
	readonly settle: (items: number) => void;
	/**
	Forgets tokens if they are to be, right before those of an answer are added: parts of instances are read, and masked, at any time between
	two answers.
	*/
	readonly forgetTokens: () => void;
};

/** Makes the cache; what was read of the latest `most` instances is kept with it. */
export function createDecodeCache(most = fewInstances): DecodeCache {
	const known = createKnownTokens();
	let added: KnownTokens | undefined;
	let inUse = '';
	let instances = new WeakMap<WeakKey, Decoded>();
	let isAnyCached = false;
	let areTooMany = false;
	const maskText = createTextMask(known);
	const add = (token: string, isInUse: boolean) => {
		if (!(known.add(token, isInUse) && isAnyCached)) {
			return;
		}

		added ??= createKnownTokens();
		added.add(token, isInUse);
	};

	return {
		get instances() {
			return instances;
		},
		maskText,
		read: createInstanceReader(maskText, most),
		addTokenInUse(token) {
			inUse = token;
			add(token, true);
		},
		addListedToken({token, id, name}) {
			if (isTelling(token) && (token.length >= generated || (!isSameText(token, name) && !isSameText(token, id)))) {
				add(token, false);
			}
		},
		isOutdated(item) {
			const tokens = added;
			return tokens !== undefined && hasText(readJson(item), text => hasToken(text, tokens));
		},
		settle(items) {
			added = undefined;
			isAnyCached = true;
			if (known.size() > (mostForgotten * items) + leastForgotten) {
				areTooMany = true;
				instances = new WeakMap();
			}
		},
		forgetTokens() {
			if (areTooMany) {
				areTooMany = false;
				known.clear();
				known.add(inUse, true);
			}
		},
	};
}

/** Known tokens for each item of an answer, and beside them, before those that are no longer listed are forgotten. */
const mostForgotten = 2;
const leastForgotten = 1000;

/** In UTF-16 code units: a UUID without hyphens. People give no names of this length, so that such a name is masked if it is a token. */
const generated = 32;

/** In UTF-16 code units. So long a text is no word. */
const longEnough = 20;

/**
Whether the token of an instance can be told from ordinary text: it is long, or it mixes letters and digits. A server may list any text
as a token; one such as `connected` or `message` must not mask what everyone reads.
*/
function isTelling(token: string): boolean {
	return token.length >= longEnough || (/\d/v.test(token) && /\p{Letter}/v.test(token));
}

function isSameText(one: string, other: string): boolean {
	return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}
