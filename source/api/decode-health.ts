import * as v from 'valibot';
import type {ServerReport} from '../core/polling/server.js';
import {cutMiddle} from '../core/text/cut-middle.js';
import {
	day,
	hour,
	minute,
	second,
} from '../core/text/duration.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import type {TextMask} from '../core/json/mask.js';
import {recordSchema} from './item/field-schemas.js';

/** The answer of `/health`, of which only the status has to be there. A field of another type than the documented one says nothing. */
const healthSchema = v.object({
	status: v.string(),
	uptime: v.optional(v.fallback(v.string(), '')),
	checks: v.optional(v.fallback(recordSchema, {})),
});

/** The statuses of HTTP that it is documented to come with: the second where it is degraded. */
const documented: ReadonlySet<number> = new Set([200, 503]);

/** Cells of a word of the server's, and how many checks are named: a header has room for no more. */
const mostOfWord = 20;
const mostChecks = 3;

/**
Reads the answer of `/health`. What is not documented is not guessed at: a word is told as it came, and all else is unknown. `body` is
`undefined` where it could not be received whole.
*/
export function decodeHealth(status: number, body: string | undefined, maskText: TextMask): ServerReport {
	if (status === 404) {
		return {kind: 'unknown', reason: 'not-there'};
	}

	const parsed = documented.has(status) && body !== undefined ? v.safeParse(healthSchema, parse(body)) : undefined;
	if (parsed?.success !== true) {
		return {kind: 'unknown', reason: 'unreadable'};
	}

	const show = (text: string): SafeText => sanitize(cutMiddle(sanitize(maskText(text.slice(0, longestText), 'name')), mostOfWord, '…'));
	const {status: word, uptime = '', checks = {}} = parsed.output;
	const failing = Object.entries(checks).filter(([, value]) => value !== 'ok').map(([name]) => show(name)).slice(0, mostChecks);
	const told = {uptime: readUptime(uptime), failing};
	if (word === 'ok') {
		// The two contradict each other where a gateway has the status of its own.
		return status === 200 ? {kind: 'ok', ...told} : {kind: 'unknown', reason: 'unreadable'};
	}

	return word === 'degraded' ? {kind: 'degraded', ...told} : {kind: 'other', word: show(word), ...told};
}

/** In characters; what is cut off cannot be seen anyway. */
const longestText = 4096;

const uptimePattern = /^(?:(?:(?<hours>\d{1,7})h)?(?<minutes>[0-5]?\d)m)?(?<seconds>[0-5]?\d)s$/v;

/** The longest uptime that is believed, in milliseconds: no program runs for longer than the machine it was written for. */
const longestUptime = 20 * 366 * day;

/** Reads an uptime, `12h34m56s`, in milliseconds. The larger units are missing where it is shorter, and there is none above hours. */
export function readUptime(text: string): number | undefined {
	const {hours = '0', minutes = '0', seconds} = uptimePattern.exec(text)?.groups ?? {};
	const uptime = seconds === undefined ? NaN : (Number(hours) * hour) + (Number(minutes) * minute) + (Number(seconds) * second);
	return uptime <= longestUptime ? uptime : undefined;
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
