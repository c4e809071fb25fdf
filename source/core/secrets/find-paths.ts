import {isSecretName} from '../text/secret-name.js';
import {isLikeSecret} from './like-secret.js';
import type {Range} from './ranges.js';

/** Some letters of what makes a part of a path secret: a quick look at small letters, which nearly all texts do not pass. */
const hint = /bot\d|webhooks|services|workflows|triggers|tok|secr|pas|pwd|psk|senh|segr|key|aut|cred|jwt|sig|otp|chave/v;

/** Addresses that let everybody who has them send messages: their last part is the secret. */
const webhooks: readonly RegExp[] = [
	/\/bot(?<secret>\d{3,20}:[\w\-]+)/giv,
	/discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/[^\s\/]{1,64}\/(?<secret>[\w\-]+)/giv,
	/hooks\.slack\.com\/(?:services|triggers)\/(?:[^\s\/]{1,64}\/){2}(?<secret>[\w\-]+)/giv,
	/hooks\.slack\.com\/workflows\/(?:[^\s\/]{1,64}\/){3}(?<secret>[\w\-]+)/giv,
];

/** A part of a path, and what is in the next one. */
const parts = /\/(?<name>[\w\-]{1,64})(?=\/(?<secret>[^\s"#\u{26}'\/;<>?`]+))/gv;

/** Sessions have names, which stand in addresses as the names of other things do. */
const named = /session/iv;
const plainWords = /^[\-_a-z]+$/v;

/** Whether `findPaths` may find anything. */
export function canHoldPaths(text: string): boolean {
	return text.includes('/') && hint.test(text.toLowerCase());
}

/** Finds the parts of paths that are secret: those of known webhooks, and what follows a part that is named like a secret. */
export function findPaths(text: string): readonly Range[] {
	if (!canHoldPaths(text)) {
		return [];
	}

	const found: Range[] = [];
	for (const webhook of webhooks) {
		for (const {index, 0: whole, groups} of text.matchAll(webhook)) {
			found.push({from: index + whole.length - (groups?.secret ?? '').length, to: index + whole.length});
		}
	}

	for (const {index, 0: whole, groups} of text.matchAll(parts)) {
		const {name = '', secret = ''} = groups ?? {};
		if (!isLikeSecret(secret) || plainWords.test(secret) || named.test(name) || !isSecretName(name)) {
			continue;
		}

		const from = index + whole.length + 1;
		found.push({from, to: from + secret.length});
	}

	return found;
}
