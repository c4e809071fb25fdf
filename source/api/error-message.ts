import * as v from 'valibot';
import {maskSecrets, type Secret} from '../core/text/secret.js';
import type {TextMask} from '../core/json/mask.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {takeCells} from '../core/text/measure.js';
import {errorSchema} from './item/schema.js';

/** In cells. The API's messages are short; a longer text is cut. */
const longestMessage = 200;

/** In UTF-16 units: more than the cells of a message need, and few enough to be sanitised in one go. */
const longestText = 4000;

/** In UTF-16 units: a token that begins within `longestText` ends within so many, however it is written. */
const longestMasked = 32_000;

/**
Reads the message of the API's error envelope as safe text; `undefined` for any other body.

The token is masked before anything else is done to the text: an escape sequence inside an echoed token cannot hide it from the mask.
*/
export function readErrorMessage(body: unknown, token: Secret, maskText: TextMask): SafeText | undefined {
	const envelope = v.safeParse(errorSchema, body);
	if (!envelope.success) {
		return undefined;
	}

	const masked = maskText(maskSecrets(envelope.output.error.message.slice(0, longestMasked), [token]));
	const safe = sanitize(masked.slice(0, longestText));
	return sanitize(takeCells(safe, longestMessage));
}
