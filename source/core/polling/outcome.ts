import type {Snapshot} from '../instance/snapshot.js';
import type {SafeText} from '../text/sanitize.js';
import type {RateBudget} from './rate-budget.js';

/** Where on its way a request failed that got no answer. */
export type UnreachableReason =
	| 'dns'
	| 'refused'
	| 'no-route'
	| 'reset'
	| 'closed'
	| 'tls'
	| 'proxy'
	| 'connect-timeout'
	| 'headers-timeout'
	| 'body-timeout'
	| 'protocol'
	| 'network';

/** Why an answer with status 200 is of no use. */
export type MalformedReason =
	| 'not-json'
	| 'html'
	| 'empty'
	| 'no-list'
	| 'not-success'
	| 'too-large'
	| 'encoding';

type Told = {
	/** What the budget headers said, which every answer carries, good or bad. */
	readonly budget: RateBudget | undefined;
	/** The API's own words, sanitised, at most 200 cells, our secrets masked. */
	readonly message: SafeText | undefined;
};

/**
What came of one request, whatever came of it: the client never throws for what a server or a network does.
*/
export type Outcome =
	| {readonly kind: 'ok'; readonly snapshot: Snapshot; readonly budget: RateBudget | undefined; readonly bytes: number}
	| {readonly kind: 'rate-limited'; readonly retryAt: number | undefined} & Told
	/** `tokenChanged`: the token's source was read again after the refusal and now holds another one. */
	| {readonly kind: 'unauthorized'; readonly status: number; readonly tokenChanged: boolean} & Told
	| {readonly kind: 'not-found'} & Told
	| {readonly kind: 'wrong-path'} & Told
	| {readonly kind: 'redirected'; readonly status: number; readonly host: SafeText | undefined} & Told
	| {readonly kind: 'refused'; readonly status: number} & Told
	| {readonly kind: 'server-error'; readonly status: number; readonly isHtml: boolean} & Told
	| {readonly kind: 'malformed'; readonly reason: MalformedReason} & Told
	| {readonly kind: 'unreachable'; readonly reason: UnreachableReason};

/** The outcomes that are no trouble: a list, or the calm answer that the one instance asked for does not exist. */
export function isAnswer(outcome: Outcome): boolean {
	return outcome.kind === 'ok' || outcome.kind === 'not-found';
}

/** What the budget headers said, if anything was answered. */
export function budgetOf(outcome: Outcome): RateBudget | undefined {
	return outcome.kind === 'unreachable' ? undefined : outcome.budget;
}
