import type {AccountId} from '../core/instance/instance.js';
import type {MalformedReason, Outcome} from '../core/polling/outcome.js';
import type {Secret} from '../core/text/secret.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {runInSlices} from '../process/run-in-slices.js';
import {decodeInSlices, type DecodedItems} from './decode.js';
import {
	headerText,
	readBudget,
	readRetryAt,
	type ResponseHeaders,
} from './headers.js';
import {
	bytesToText,
	createListParser,
	parseJson,
	type ListParser,
} from './json/list-parser.js';
import {readErrorMessage} from './error-message.js';
import type {Body} from './read-body.js';

/** What was asked: `isTokenChanged` tells whether the token's source holds another one by now. */
export type ResponseContext = {
	readonly account: AccountId;
	readonly url: URL;
	readonly wanted: readonly string[];
	readonly token: Secret;
	readonly isTokenChanged: boolean;
	/** What is remembered of former answers. */
	readonly cache: ResponseCache;
};

/** What former answers were parsed and decoded to: most of a fleet is the same from poll to poll. */
export type ResponseCache = {
	readonly parser: ListParser;
	readonly decoded: DecodedItems;
};

export function createResponseCache(): ResponseCache {
	return {parser: createListParser(), decoded: new WeakMap()};
}

/** What was answered, and when it was complete. */
export type ListResponse = {
	readonly at: number;
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly body: Body;
};

/** Whether an answer refuses the token; the texts vary, so the status alone decides. */
export function isRefusal(status: number): boolean {
	return status === 401 || status === 403;
}

/** Whether an answer claims to bring the list. */
export function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

/**
Makes an outcome of an answer. The status decides; only a success is read further. A 404 for the one name that was asked for, in the API's own envelope, is a calm answer; any other means that the path is wrong.
*/
export async function readResponse(question: ResponseContext, {at, status, headers, body}: ListResponse): Promise<Outcome> {
	if (isSuccess(status)) {
		return readList(question, {
			at, status, headers, body,
		});
	}

	const text = body.kind === 'whole' ? bytesToText(body.content) : '';
	const message = readErrorMessage(parseJson(text), question.token);
	const told = {budget: readBudget(headers), message};
	if (isRefusal(status)) {
		return {
			kind: 'unauthorized', status, tokenChanged: question.isTokenChanged, ...told,
		};
	}

	if (status === 304) {
		return {kind: 'malformed', reason: 'empty', ...told};
	}

	if (status < 400) {
		return {
			kind: 'redirected', status, host: readHost(headerText(headers, 'location'), question.url), ...told,
		};
	}

	if (status === 404) {
		return {kind: message !== undefined && question.wanted.length === 1 ? 'not-found' : 'wrong-path', ...told};
	}

	if (status === 429) {
		return {kind: 'rate-limited', retryAt: readRetryAt(headers, at), ...told};
	}

	return status < 500
		? {kind: 'refused', status, ...told}
		: {
			kind: 'server-error', status, isHtml: isHtmlText(text) || (text === '' && isHtmlType(headers)), ...told,
		};
}

async function readList({account, token, wanted, cache: {parser, decoded}}: ResponseContext, {at, headers, body}: ListResponse): Promise<Outcome> {
	if (body.kind === 'broken') {
		return {kind: 'unreachable', reason: body.reason};
	}

	const budget = readBudget(headers);
	const malformed = (reason: MalformedReason, message?: SafeText): Outcome => ({
		kind: 'malformed', reason, budget, message,
	});
	if (body.kind !== 'whole') {
		return malformed(body.kind);
	}

	const parsed = await parser.parse(body.content);
	if (parsed === undefined) {
		const text = bytesToText(body.content);
		return malformed(text.trim() === '' ? 'empty' : (isHtmlText(text) ? 'html' : 'not-json'));
	}

	const snapshot = await runInSlices(decodeInSlices(parsed, {
		account, at, token, wanted, decoded,
	}));
	return typeof snapshot === 'string'
		? malformed(snapshot, readErrorMessage(parsed, token))
		: {
			kind: 'ok', snapshot, budget, bytes: body.bytes,
		};
}

/** A tag at the very beginning, which no JSON has. */
function isHtmlText(text: string): boolean {
	return /^\s*<[!\/?a-z]/iv.test(text);
}

function isHtmlType(headers: ResponseHeaders): boolean {
	return headerText(headers, 'content-type')?.toLowerCase().includes('html') ?? false;
}

/** Where a redirect points: the host alone, since the rest may hold anything. */
function readHost(location: string | undefined, url: URL): SafeText | undefined {
	const target = location === undefined ? null : URL.parse(location, url.href);
	return target === null || target.host === '' ? undefined : sanitize(target.host);
}
