import type {WaitSettings, WantedState} from '../config/settings/wait.js';
import {describePrecisely, describeSetting} from '../core/text/duration.js';
import type {AccountId, ConnectionState} from '../core/instance/instance.js';
import {isNamed} from '../core/instance/raw-text.js';
import type {Poll} from '../core/fleet/fleet.js';
import type {Trouble} from '../core/polling/feed.js';
import type {Outcome} from '../core/polling/outcome.js';
import {stateWord} from '../core/instance/state-word.js';
import {sanitize, type SafeText} from '../core/text/sanitize.js';
import {showName} from '../core/text/portable/show-name.js';
import {describeTrouble} from '../core/polling/trouble.js';
import {exitCodeOf, type ExitCode} from '../process/exit-code.js';
import {describeFailure} from '../output/describe-failure.js';
import {describeMissing} from '../output/listing.js';
import {describeProgress, describeWaitState, type WaitState} from '../output/wait-progress.js';
import type {PollEnd, Poller} from '../polling/poller.js';
import {watchUntil} from '../polling/watch-until.js';
import {createWatcher} from '../polling/watcher.js';
import {isTokenRefused, nameAccount} from './accounts/asked-accounts.js';
import {chooseState, describeOwners, describeSilent} from './accounts/wait-states.js';
import {terminalWidth, type CommandAccount, type CommandContext} from './context.js';

/** Result of waiting: the exit code, and a sentence for people. */
type Result = {readonly code: ExitCode; readonly words: string};

/** Time from the last poll to the end of waiting, in milliseconds, so that its answer comes before the end. */
const lastPollLead = 1000;

const second = 1000;

/** Cells that stay free at the end of the progress line: a terminal echoes Ctrl+C as `^C`, which must not wrap the line. */
const echoWidth = 3;

/** Runs `ryzetop wait`, which polls one instance until it is in the wanted state, or the time is up. */
export async function runWait(settings: WaitSettings, context: CommandContext): Promise<ExitCode> {
	const {names, name, wanted, within, interval, isAbsenceAllowed} = settings;
	const [asked] = names;
	const {
		accounts, clock, signal, say, stderr, maskText,
	} = context;
	const {elapsed, sleep} = clock;
	const shownName = showName(maskText(name));
	const startedAt = elapsed();
	const ending = new AbortController();
	const ended = AbortSignal.any([signal, ending.signal]);
	const states = new Map<AccountId, WaitState>();
	const refusals = new Map<AccountId, Result>();
	const last = () => chooseState(states);

	const timer = sleep(within, ended).then(() => {
		ending.abort();
	});
	const progress = showProgress(() => describeProgress(shownName, last(), {
		elapsed: elapsed() - startedAt, left: within - (elapsed() - startedAt), width: (terminalWidth(stderr) ?? 0) - echoWidth,
	}), context, ended);

	const watcher = createWatcher({accounts, clock, interval});
	const result = await watchUntil<Result>(watcher, ended, ({poll, fleet}) => {
		const {account, outcome} = poll;
		const refusal = describeRefusal(poll, accounts);
		refusals.delete(account);
		if (refusal !== undefined) {
			refusals.set(account, refusal);
		}

		states.set(account, readState(outcome, asked, fleet.feeds.get(account)?.trouble?.outcome));
		if (states.size < accounts.length) {
			return undefined;
		}

		const owners = accounts.map(each => each.account).filter(each => states.get(each)?.kind === 'seen');
		if (owners.length > 1) {
			return {code: 2, words: describeOwners(name, owners)};
		}

		const [owner] = owners;
		if (owner !== undefined && account !== owner && states.get(account)?.kind === 'absent') {
			// It does not have the instance, and is not asked again.
			watcher.pollers.get(account)?.setInterval(Math.max(interval, within));
		}

		const state = last();
		if (state.kind === 'seen' && isWanted(state.state, wanted)) {
			return describeArrival(name, state.state, elapsed() - startedAt);
		}

		if (refusals.size === accounts.length) {
			const all = refusals.values().toArray();
			return {code: all.every(({code}) => code === 4) ? 4 : 3, words: all.map(({words}) => words).join(' ')};
		}

		if (state.kind === 'absent' && !isAbsenceAllowed) {
			return {code: 1, words: `${describeMissing(name)}. With --allow-missing it is waited for.`};
		}

		if (owner === undefined || owner === account) {
			moveLastPoll(watcher.pollers.get(account), poll, within - (elapsed() - startedAt));
		}

		return undefined;
	});
	ending.abort();
	await Promise.all([timer, progress]);
	if (signal.aborted) {
		// The signal decides how the program ends.
		return exitCodeOf('SIGINT');
	}

	const state = last();
	const {code, words} = result ?? (state.kind === 'seen' && isWanted(state.state, wanted)
		? describeArrival(name, state.state, elapsed() - startedAt)
		: describeTimeout(settings, state));
	// Where all refuse their tokens the words tell that already.
	for (const silent of refusals.size === accounts.length ? [] : describeSilent(accounts, states, shownName)) {
		await say(silent); // eslint-disable-line no-await-in-loop -- one after the other
	}

	if (code !== 0 || stderr.isTTY === true) {
		await say(words);
	}

	return code;
}

/** The result where the account of a poll refuses its token, or has none; `undefined` where not, or where another token is there by now. */
function describeRefusal({account, outcome, at}: Poll, accounts: readonly CommandAccount[]): Result | undefined {
	return outcome.kind === 'unauthorized' && !outcome.tokenChanged
		? {
			code: isTokenRefused({trouble: outcome}) ? 4 : 3,
			words: nameAccount(account, accounts.length > 1)
				+ describeFailure(outcome, at, accounts.find(each => each.account === account)?.profile),
		}
		: undefined;
}

function describeArrival(name: SafeText, state: ConnectionState, after: number): Result {
	return {code: 0, words: `${name} is ${stateWord(state)}, after ${describePrecisely(after)}.`};
}

/**
Reads the instance's state from an outcome, unless that is in trouble: old data do not tell the present state.
The list is searched by name, since the token of another instance lists that one.
*/
function readState(outcome: Outcome, name: string, trouble: Trouble | undefined): WaitState {
	if (trouble !== undefined) {
		const {health, what} = describeTrouble(trouble);
		return {kind: 'unknown', trouble: `${health}: ${what}`};
	}

	if (outcome.kind !== 'ok') {
		return {kind: 'absent'};
	}

	const {instances, rejected} = outcome.snapshot;
	const instance = instances.find(item => isNamed(item, name));
	if (instance !== undefined) {
		return {kind: 'seen', state: instance.state};
	}

	return rejected.length > 0 ? {kind: 'unknown', trouble: 'the answer could not be read'} : {kind: 'absent'};
}

/** Whether a state is the wanted one. The words of two undocumented states are compared, if one was given. */
function isWanted(state: ConnectionState, wanted: WantedState): boolean {
	const isSameWord = state.text.toLowerCase() === wanted.text.toLowerCase();
	return state.kind === wanted.kind && (state.kind !== 'other' || wanted.text === '' || isSameWord);
}

/** Moves a poll that would come after the end to shortly before it. A wait that the API asks for is not shortened. */
function moveLastPoll(poller: Poller | undefined, {at, next}: PollEnd, left: number): void {
	if (next.reason === 'interval' && next.at - at > left - lastPollLead && left >= 2 * lastPollLead) {
		poller?.setInterval(left - lastPollLead);
	}
}

function describeTimeout({name, wanted, within}: WaitSettings, last: WaitState): Result {
	const lastWords = last.kind === 'unknown' && last.trouble === undefined ? 'no answer' : describeWaitState(last);
	return {
		code: last.kind === 'unknown' ? 3 : 1,
		words: `${name} is not ${describeWanted(wanted)} after ${describeSetting(within)}. Last: ${lastWords}.`,
	};
}

function describeWanted(wanted: WantedState): string {
	return wanted.kind === 'other' && wanted.text === '' ? 'in another state' : stateWord(wanted);
}

/** Shows a progress line on standard error, where that is a terminal. It is written every second and erased at the end. */
async function showProgress(describe: () => string, {stderr, clock}: CommandContext, until: AbortSignal): Promise<void> {
	const width = terminalWidth(stderr);
	if (width === undefined || until.aborted) {
		return;
	}

	while (!until.aborted) {
		stderr.write(`\r${sanitize(describe())}`);
		// eslint-disable-next-line no-await-in-loop -- the line is written again and again
		await clock.sleep(second, until);
	}

	stderr.write(`\r${' '.repeat(width - 1)}\r`);
}
