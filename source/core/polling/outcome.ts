import type {Excess} from '../json/bounds.js';
import type {Snapshot} from '../instance/snapshot.js';
import type {SafeText} from '../text/sanitize.js';
import type {RateBudget} from './rate-budget.js';

/** Reason why a request got no answer, by the step at which it failed. */
export type UnreachableReason =
	| 'dns'
	| 'refused'
	| 'no-route'
	| 'reset'
	| 'closed'
	| 'tls'
	| 'proxy'
	| 'proxy-unreachable'
	| 'proxy-address'
	| 'connect-timeout'
	| 'headers-timeout'
	| 'body-timeout'
	| 'protocol'
	| 'bad-headers'
	| 'headers-too-large'
	| 'network';

/** Reason why an answer cannot be used though its status, 200 or 304, tells of no error. */
export type MalformedReason =
	| 'not-json'
	| 'html'
	| 'empty'
	| 'not-modified'
	| 'partial'
	| 'no-list'
	| 'not-success'
	| 'too-large'
	| Excess
	| 'encoding';

/**
Age of an answer's data in milliseconds, where a cache on the way said that it kept them for so long. The answer's `Date` says nothing of
it: the server's clock may differ from ours, and data do not grow old by that.
*/
type Aged = {readonly age?: number};

/** Whether the simulator sent the answer that an instance does not exist, where it did. A list says so in its snapshot. */
type Simulated = {readonly isSimulated?: boolean};

/** Details that every answer without a list has. */
type AnswerDetails = {
	/** Values of the budget headers, which every answer has, good or bad. */
	readonly budget: RateBudget | undefined;
	/** The API's own message, sanitised, at most 200 cells, our secrets masked. */
	readonly message: SafeText | undefined;
};

/** Time before which the server asked not to be asked again, in milliseconds since the epoch, where it did. */
type Postponed = {readonly retryAt?: number};

/**
Result of one request, good or bad: the client never throws for anything that a server or a network does.
*/
export type Outcome =
	| {readonly kind: 'ok'; readonly snapshot: Snapshot; readonly budget: RateBudget | undefined; readonly bytes: number} & Aged
	| {readonly kind: 'rate-limited'; readonly retryAt: number | undefined} & AnswerDetails
	/**
	`status` is 0 where nothing was sent, since there is no token. `tokenChanged`: the token's source was read again after the refusal and now
	holds another one. `tokenProblem`: why it holds none.
	*/
	| {readonly kind: 'unauthorized'; readonly status: number; readonly tokenChanged: boolean; readonly tokenProblem?: SafeText | undefined}
	& AnswerDetails
	| {readonly kind: 'not-found'} & AnswerDetails & Aged & Simulated
	| {readonly kind: 'wrong-path'} & AnswerDetails
	| {readonly kind: 'redirected'; readonly status: number; readonly host: SafeText | undefined} & AnswerDetails
	| {readonly kind: 'refused'; readonly status: number} & AnswerDetails & Postponed
	| {readonly kind: 'server-error'; readonly status: number; readonly isHtml: boolean} & AnswerDetails & Postponed
	| {readonly kind: 'malformed'; readonly reason: MalformedReason} & AnswerDetails
	| {readonly kind: 'unreachable'; readonly reason: UnreachableReason};

/** Whether an outcome is no trouble: a list, or the answer that the one instance that was asked for does not exist. */
export function isAnswer(outcome: Outcome): boolean {
	return outcome.kind === 'ok' || outcome.kind === 'not-found';
}

/** The age that the data of an answer had when it came, in milliseconds: 0 for the API's own answer. */
export function ageOf(outcome: Outcome): number {
	return outcome.kind === 'ok' || outcome.kind === 'not-found' ? outcome.age ?? 0 : 0;
}

/** Time before which a server in trouble asked not to be asked again; `undefined` where it did not. A 429 has rules of its own. */
export function retryAtOf(outcome: Outcome): number | undefined {
	return outcome.kind === 'server-error' || outcome.kind === 'refused' ? outcome.retryAt : undefined;
}

/** Values of the budget headers, or `undefined` where no answer came. */
export function budgetOf(outcome: Outcome): RateBudget | undefined {
	return outcome.kind === 'unreachable' ? undefined : outcome.budget;
}
