import * as v from 'valibot';
import {maskSecrets, type Secret} from '../core/text/secret.js';
import {maskUrls} from '../core/text/mask-urls.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {takeCells} from '../core/text/measure.js';
import {errorSchema} from './schema.js';

/** In cells. The API's messages are short; a longer text is cut. */
const longestMessage = 200;

/** In UTF-16 units: more than the cells of a message need, and few enough to be sanitised in one go. */
const longestText = 4000;

/**
Reads the message of the API's error envelope as safe text; `undefined` for any other body.

The token is masked before anything else is done to the text: an escape sequence inside an echoed token cannot hide it from the mask.
*/
export function readErrorMessage(body: unknown, token: Secret): SafeText | undefined {
	const envelope = v.safeParse(errorSchema, body);
	if (!envelope.success) {
		return undefined;
	}

	const beginning = maskSecrets(envelope.output.error.message, [token]).slice(0, longestText);
	const safe = sanitize(maskUrls(beginning));
	return sanitize(takeCells(safe, longestMessage));
}
