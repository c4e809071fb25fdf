import type {Range} from './ranges.js';

/** What an `Authorization` header says before its secret. Such a text stands in logs and messages without the name of the header. */
const schemes = /\b(?:bearer|basic)[\t ]{1,8}(?<secret>[\w+\-.\/~]{8,}=*)/giv;

/** A word of small letters is none: `basic information`. */
const plainWord = /^[.a-z]+$/v;

const token = /[\w\-.]/v;

/** Beginning of every JSON Web Token: `{"` in base64. */
const tokenStart = 'eyJ';
const shortestToken = 16;

const schemeStart = /b(?:earer|asic)[\t ]/iv;

/** Whether `findBearers` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldBearers(text: string): boolean {
	return (text.length >= shortestToken && text.includes(tokenStart)) || hasScheme(text);
}

function hasScheme(text: string): boolean {
	return (text.includes(' ') || text.includes('\t')) && schemeStart.test(text);
}

/** Finds the secrets that are known by their form: what follows `Bearer` and `Basic`, and JSON Web Tokens. */
export function findBearers(text: string): readonly Range[] {
	const found: Range[] = [];
	if (hasScheme(text)) {
		for (const {index, 0: whole, groups} of text.matchAll(schemes)) {
			const secret = groups?.secret ?? '';
			if (!plainWord.test(secret)) {
				found.push({from: index + whole.length - secret.length, to: index + whole.length});
			}
		}
	}

	for (let from = text.indexOf(tokenStart); from !== -1;) {
		let to = from;
		let hasDot = false;
		while (to < text.length && token.test(text.charAt(to))) {
			hasDot ||= text.charAt(to) === '.';
			to += 1;
		}

		if (hasDot && to - from >= shortestToken) {
			found.push({from, to});
		}

		from = text.indexOf(tokenStart, to);
	}

	return found;
}
