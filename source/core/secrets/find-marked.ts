import {isSecretName} from '../text/secret-name.js';
import {isLikeSecret} from './like-secret.js';
import type {Range} from './ranges.js';

/** Beginning of an element of XML. */
const tags = /<(?<name>[\p{Letter}_][\d\p{Letter}\-.:_]{0,63})(?:[\t ][^<>]{0,200})?>/gv;

/** Option of a command with a value of its own, and not one that begins with a hyphen. */
const options = /(?<![\w\-])--(?<name>[a-z][\w\-]{0,63})[\t ]{1,8}["']?(?<value>[^\s"'\-`][^\s"'`]*)/giv;

/** Options of such names say where a secret is. */
const place = /(?:file|path|env|stdin|name)$/iv;
const plainWord = /^\p{Lowercase}+\p{Punctuation}*$/v;

/** Whether `findMarked` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldMarked(text: string): boolean {
	return text.includes('</') || text.includes('--');
}

/** Finds the values of elements of XML and of options of commands that are named like secrets: `<password>…</password>`, `--token …`. */
export function findMarked(text: string): readonly Range[] {
	if (!canHoldMarked(text)) {
		return [];
	}

	const found: Range[] = [];
	for (const {index, 0: whole, groups} of text.matchAll(tags)) {
		const from = index + whole.length;
		const to = text.indexOf('<', from);
		if (to === -1) {
			break;
		}

		if (from < to && text.charAt(to + 1) === '/' && isSecretName(groups?.name ?? '')) {
			found.push({from, to});
		}
	}

	for (const {index, 0: whole, groups} of text.matchAll(options)) {
		const {name = '', value = ''} = groups ?? {};
		if (isSecretName(name) && !place.test(name) && (isLikeSecret(value) || !plainWord.test(value))) {
			found.push({from: index + whole.length - value.length, to: index + whole.length});
		}
	}

	return found;
}
