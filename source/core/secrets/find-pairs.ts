import {isSecretName, canHoldSecretName} from '../text/secret-name.js';
import {isLikeSecret} from './like-secret.js';
import type {Place} from './place.js';
import type {Range} from './ranges.js';
import {nameBefore, valueAfter} from './read-pair.js';

/** Names of fields that name another one, whose value is in `value`: `{"name": "token", "value": …}`. */
const namingName = /^(?:name|key|field|header|param|parameter|attribute|label|variable|property|k)$/iv;
const valueName = /^(?:values?|val|v|content|data)$/iv;

/** Whether a field of this name names another field, and whether one of this name has the value of the field that was named. */
export function isNamingName(name: string): boolean {
	return namingName.test(name);
}

export function isValueName(name: string): boolean {
	return valueName.test(name);
}

const separator = /=|:(?!\/\/)/v;

/** Whether `findPairs` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldPairs(text: string): boolean {
	return separator.test(text) && canHoldSecretName(text);
}

/**
Finds the values of fields that are named like secrets, in addresses, cookies, headers, JSON, and lines of settings:
`?token=…`, `"password": "…"`, `Authorization: Bearer …`.
*/
export function findPairs(text: string, place?: Place): readonly Range[] {
	if (!canHoldPairs(text)) {
		return noRanges;
	}

	const found: Range[] = [];
	const separators = /[:=]/gv;
	let isValueNext = false;
	for (let match = separators.exec(text); match !== null; match = separators.exec(text)) {
		const at = match.index;
		const name = text.startsWith('://', at) ? '' : nameBefore(text, at);
		if (name === '') {
			continue;
		}

		if (isNamingName(name)) {
			const {from, to} = valueAfter(text, at, name);
			if (to - from < longestName && isSecretName(text.slice(from, to))) {
				isValueNext = true;
				continue;
			}
		}

		if (!isSecretName(name) && !(isValueNext && isValueName(name)) && !isCode(text, at, name)) {
			continue;
		}

		isValueNext = false;
		const value = valueAfter(text, at, name);
		if (isLabel(text, at, {name, value, place})) {
			continue;
		}

		if (value.from < value.to && !isProse(text, at - name.length, value)) {
			found.push(value);
		}

		separators.lastIndex = Math.max(value.to, at + 1);
	}

	return found;
}

/** In UTF-16 code units. */
const longestName = 64;

const word = /^\p{Letter}+$/v;
const wordBefore = /\p{Letter} $/v;
const articleBefore = /\bthe $/v;
const wordAfter = /^ \p{Letter}/v;

/**
Whether a pair is no pair but a part of a sentence, such as `the API does not know the token: Invalid token`: words before the name,
and a word alone as the value, with another one after it.
*/
function isProse(text: string, from: number, value: Range): boolean {
	const before = text.slice(Math.max(0, from - 5), from);
	return text.charAt(value.from - 1) === ' '
		&& value.to - value.from < longestName
		&& word.test(text.slice(value.from, value.to))
		&& (articleBefore.test(before) || (wordBefore.test(before) && wordAfter.test(text.slice(value.to, value.to + 3))));
}

const quotedName = /["'`][\t ]*$/v;
const notWords = /[=\[\{]/v;
const withScheme = /^(?:basic|bearer|digest|token|negotiate|apikey|aws4-hmac-sha256)\s/iv;

/** Words that mean nothing but a secret. `key`, `pass`, `session`, `cookie` and `chave` mean other things too, and so do plurals. */
const ownWord = /^(?:.*[\-._])?(?:token|secret|password|passwd|passphrase|passcode|pwd|senha|segredo|passwort|contraseña|contrasena|pin|otp|credential|jwt|c[oó]digo)$/iv;

/** What is said of a secret, as in a message of a server: `Invalid token: expired`. */
const saidOfSecrets = /^(?:in?v[aá]lid[ao]?|expired|expirad[ao]|missing|ausente|required|obrigat[oó]ri[ao]|must|should|cannot|is|not|no|none|null|undefined|true|false|yes|sim|n[aã]o|set|unset|empty|wrong|incorrect|incorret[ao]|revoked|unknown|unauthorized|forbidden|bearer|basic)$/iv;
const code = /^c[oó]digo$/iv;
const fourDigits = /\d{4}/v;

/** Whether a pair is a code that lets in, and not one that people number things with: `código: 482913`. */
function isCode(text: string, at: number, name: string): boolean {
	if (text.charAt(at) !== ':' || !code.test(name)) {
		return false;
	}

	const {from, to} = valueAfter(text, at, name);
	return to - from < longestName && fourDigits.test(text.slice(from, to));
}

type Pair = {readonly name: string; readonly value: Range; readonly place: Place | undefined};

/**
Whether a pair is words that people write, as in the name of an instance: a colon, a blank, and nothing that looks like a secret
(`Pass: 01`, `Hotel Session: quarto 5`). A name in quotes is that of a field, and a value in quotes that of a setting.

After a word that means nothing but a secret, every value is one but what is said of secrets. In a name that people give, words and
short numbers stay readable there too (`token: fila`).
*/
function isLabel(text: string, at: number, {name, value: {from, to}, place}: Pair): boolean {
	const before = text.charAt(from - 1);
	if (text.charAt(at) !== ':' || !(before === ' ' || before === '\t') || to - from >= longestName) {
		return false;
	}

	const value = text.slice(from, to);
	return !notWords.test(value)
		&& !withScheme.test(value)
		&& !quotedName.test(text.slice(Math.max(0, at - 9), at))
		&& value.split(/\s+/v).every(part => !isLikeSecret(part))
		&& (!ownWord.test(name) || saidOfSecrets.test(value) || (place === 'name' && (value.length < shortestInName || word.test(value))));
}

/** In UTF-16 code units: shorter than a PIN. */
const shortestInName = 4;

const noRanges: readonly Range[] = [];
