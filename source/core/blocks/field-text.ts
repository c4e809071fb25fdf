import {Secret} from '../text/secret.js';
import type {FieldValue} from './descriptor.js';

/** Writes the value of a field as short as a column shows it: a flag as `on` or `off`, a URL as its host, a time to the minute. */
export function fieldText(value: FieldValue | undefined): string {
	if (value === undefined || typeof value === 'string') {
		return value ?? '';
	}

	if (typeof value === 'boolean') {
		return value ? 'on' : 'off';
	}

	if (value instanceof Secret) {
		return value.toString();
	}

	if ('shown' in value) {
		return hostOf(value.shown);
	}

	return 'text' in value ? shortTime(value.text) : value.join(' ');
}

/** Host of a URL; a text that is no URL stays as it came. */
function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}

/** Cuts a time in UTC, such as `2026-04-28T10:30:00Z`, to the minute. A text in any other form stays as it came. */
function shortTime(text: string): string {
	return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*Z$/v.test(text) ? text.slice(0, 16).replace('T', ' ') : text;
}
