import * as v from 'valibot';
import {maskKnown, type Secret} from '../core/text/secret.js';
import {maskUrls} from '../core/text/mask-urls.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {takeCells} from '../core/text/measure.js';
import {errorSchema} from './schema.js';

/** The API's messages are short; what is longer is an accident. */
const longestMessage = 200;

/** Enough for a message's cells whatever they are made of, and little enough to look through at once. */
const longestLook = 4000;

/**
The API's own words in an error envelope, fit to be shown; `undefined` for any other body. The token is masked before anything else is done to the text, so that an escape sequence inside an echoed one cannot hide it.
*/
export function readErrorMessage(body: unknown, token: Secret): SafeText | undefined {
	const envelope = v.safeParse(errorSchema, body);
	if (!envelope.success) {
		return undefined;
	}

	const beginning = maskKnown(envelope.output.error.message, [token]).slice(0, longestLook);
	const safe = sanitize(maskUrls(beginning));
	return sanitize(takeCells(safe, longestMessage));
}
