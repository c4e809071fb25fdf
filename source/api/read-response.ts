import {Buffer} from 'node:buffer';
import type {AccountId} from '../core/instance/instance.js';
import type {MalformedReason, Outcome} from '../core/polling/outcome.js';
import {maskSecrets, reveal, type Secret} from '../core/text/secret.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {runInSlices} from '../process/run-in-slices.js';
import {decodeInSlices} from './decode.js';
import {createDecodeCache, type DecodeCache} from './decode-cache.js';
import {
	headerText,
	isSimulated,
	readAge,
	readBudget,
	readRetryAt,
	type ResponseHeaders,
} from './headers.js';
import {skipBlanks} from './json/bytes.js';
import {
	bytesToText,
	createListParser,
	type ListParser,
} from './json/list-parser.js';
import {parseJson} from './json/parse-json.js';
import {TooMuch} from './json/scan-value.js';
import {readErrorMessage} from './error-message.js';
import type {Body} from './read-body.js';

/**
Facts about the request, and the cache that its answer is read with.

`wanted` are the names that were asked for. `isTokenChanged` is true where the token source has another token by now,
`tokenProblem` tells why it could not be read.
Once `signal` is aborted the rest of the answer is left unread.
*/
export type ResponseContext = {
	readonly account: AccountId;
	readonly url: URL;
	readonly wanted: readonly string[];
	readonly token: Secret;
	readonly isTokenChanged: boolean;
	readonly tokenProblem: string | undefined;
	readonly cache: ResponseCache;
	readonly signal?: AbortSignal;
};

/** Cache of the values that previous answers were parsed and decoded to. Most of a fleet is the same from poll to poll. */
export type ResponseCache = {
	readonly parser: ListParser;
	readonly decoded: DecodeCache;
};

/** Makes the cache. Of the latest `most` instances it keeps what was parsed and read of them. */
export function createResponseCache(most?: number): ResponseCache {
	return {parser: createListParser(most), decoded: createDecodeCache(most)};
}

/** Response as it came. `at` is when it was complete, in milliseconds since the epoch. */
export type ListResponse = {
	readonly at: number;
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly body: Body;
};

/** Whether a status refuses the token. The messages vary, so the status alone decides. */
export function isRefusal(status: number): boolean {
	return status === 401 || status === 403;
}

/** Whether a status is a success, so that the body should be the list. */
export function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

/**
Makes an outcome of a response. The status decides which; the list is read only from a success.

A 404 with the API's error envelope, where one name was asked for, means that this instance does not exist: it is an answer, not trouble.
Any other 404 means that the path is wrong.
*/
export async function readResponse(context: ResponseContext, response: ListResponse): Promise<Outcome> {
	const {at, status, headers, body} = response;
	if (isSuccess(status)) {
		return readList(context, response);
	}

	const text = body.kind === 'whole' ? bytesToText(body.content) : '';
	const {token, cache} = context;
	const {addTokenInUse, maskText} = cache.decoded;
	addTokenInUse(reveal(token));
	const message = readErrorMessage(parseJson(text), token, maskText);
	const common = {budget: readBudget(headers, at), message};
	if (isRefusal(status)) {
		return {
			kind: 'unauthorized', status, tokenChanged: context.isTokenChanged, ...common,
			...context.tokenProblem !== undefined && {tokenProblem: sanitize(maskText(context.tokenProblem))},
		};
	}

	if (status === 304) {
		return {kind: 'malformed', reason: 'not-modified', ...common};
	}

	if (status < 400) {
		return {
			kind: 'redirected', status, host: readHost(headerText(headers, 'location'), context), ...common,
		};
	}

	if (status === 407) {
		// The API has no such answer: it is a proxy that asks for a name and a password.
		return {kind: 'unreachable', reason: 'proxy'};
	}

	if (status === 404) {
		return message !== undefined && context.wanted.length === 1
			? {
				kind: 'not-found', ...common, ...readAged(headers), ...isSimulated(headers) && {isSimulated: true},
			}
			: {kind: 'wrong-path', ...common};
	}

	if (status === 429) {
		return {kind: 'rate-limited', retryAt: readRetryAt(headers, at), ...common};
	}

	const retryAt = readRetryAt(headers, at);
	const postponed = retryAt === undefined ? {} : {retryAt};
	return status < 500
		? {
			kind: 'refused', status, ...common, ...postponed,
		}
		: {
			kind: 'server-error', status, isHtml: isHtmlText(text) || (text === '' && isHtmlType(headers)), ...common, ...postponed,
		};
}

/** Nobody asked for a part: what it lists is not what there is. */
const partialContent = 206;

async function readList(context: ResponseContext, {at, status, headers, body}: ListResponse): Promise<Outcome> {
	const {
		account, token, wanted, signal, cache: {parser, decoded},
	} = context;
	if (body.kind === 'broken') {
		return {kind: 'unreachable', reason: body.reason};
	}

	const budget = readBudget(headers, at);
	const malformed = (reason: MalformedReason, message?: SafeText): Outcome => ({
		kind: 'malformed', reason, budget, message,
	});
	if (body.kind !== 'whole') {
		return malformed(body.kind);
	}

	if (status === partialContent) {
		return malformed('partial');
	}

	const parsed = await parser.parse(body.content, signal);
	if (signal?.aborted === true) {
		return closed;
	}

	if (parsed instanceof TooMuch) {
		return malformed(parsed.excess);
	}

	if (parsed === undefined) {
		const text = beginningOf(body.content);
		return malformed(text === '' ? 'empty' : (isHtmlText(text) ? 'html' : 'not-json'));
	}

	const aged = readAged(headers);
	const snapshot = await runInSlices(decodeInSlices(parsed, {
		account, at: at - (aged.age ?? 0), token, wanted, cache: decoded, isSimulated: isSimulated(headers),
	}), signal);
	if (snapshot === undefined) {
		return closed;
	}

	return typeof snapshot === 'string'
		? malformed(snapshot, readErrorMessage(parsed, token, decoded.maskText))
		: {
			kind: 'ok', snapshot, budget, bytes: body.bytes, ...aged,
		};
}

/** The age of the data, where the answer says that they have one. */
function readAged(headers: ResponseHeaders): {readonly age?: number} {
	const age = readAge(headers);
	return age === 0 ? {} : {age};
}

const closed: Outcome = {kind: 'unreachable', reason: 'closed'};

/** The beginning of a body that is no JSON, without the blanks before it, of which there may be megabytes: enough to tell what it is. */
function beginningOf(bytes: Uint8Array): string {
	const start = skipBlanks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
	return bytesToText(bytes.subarray(start, start + longestBeginning)).trim();
}

/** In bytes. */
const longestBeginning = 1000;

/** Whether a text begins with a tag, as no JSON does. */
function isHtmlText(text: string): boolean {
	return /^<[!\/?a-z]/iv.test(text.trimStart());
}

function isHtmlType(headers: ResponseHeaders): boolean {
	return headerText(headers, 'content-type')?.toLowerCase().includes('html') ?? false;
}

/** Reads the host that a redirect points to; the rest of the URL may contain anything and is not shown. */
function readHost(location: string | undefined, {url, token, cache: {decoded}}: ResponseContext): SafeText | undefined {
	const target = location === undefined ? null : URL.parse(location, url.href);
	return target === null || target.host === '' ? undefined : sanitize(decoded.maskText(maskSecrets(target.host, [token])));
}
