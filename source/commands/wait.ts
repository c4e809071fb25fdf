import type {WaitSettings, WantedState} from '../config/settings/wait.js';
import {describePrecisely, describeSetting} from '../core/text/duration.js';
import type {ConnectionState} from '../core/instance/instance.js';
import type {Outcome} from '../core/polling/outcome.js';
import {stateWord} from '../core/instance/state-word.js';
import {sanitize} from '../core/text/sanitize.js';
import {describeTrouble} from '../core/polling/trouble.js';
import type {ExitCode} from '../process/exit-code.js';
import {describeFailure} from '../output/describe-failure.js';
import {describeMissing} from '../output/listing.js';
import {describeProgress, describeWaitState, type WaitState} from '../output/wait-progress.js';
import {pollUntil} from '../polling/poll-until.js';
import type {PollEnd, Poller} from '../polling/poller.js';
import {terminalWidth, type CommandContext} from './context.js';

/** How the waiting ended before its time, in words. */
type Result = {readonly code: ExitCode; readonly words: string};

/** The last look comes so long before the end, so that its answer is still in time. */
const lastLook = 1000;

const second = 1000;

/** Cells that stay free at the end of the line: a terminal echoes Ctrl+C as `^C`, which must not begin another one. */
const echoRoom = 3;

/** `ryzetop wait`: polls one instance until it is in the state, or the time is up. */
export async function runWait(settings: WaitSettings, context: CommandContext): Promise<ExitCode> {
	const {name, wanted, within, interval, isAbsenceAllowed} = settings;
	const {fetchList, clock, signal, say, stderr} = context;
	const {elapsed, sleep} = clock;
	const begun = elapsed();
	const over = new AbortController();
	const until = AbortSignal.any([signal, over.signal]);
	let sight: WaitState = {kind: 'unknown', trouble: undefined};

	const timed = sleep(within, until).then(() => {
		over.abort();
	});
	const shown = showProgress(() => describeProgress(name, sight, {
		elapsed: elapsed() - begun, left: within - (elapsed() - begun), width: (terminalWidth(stderr) ?? 0) - echoRoom,
	}), context, until);

	const result = await pollUntil<Result>({
		fetchList,
		clock,
		interval,
		signal: until,
		decide(end, poller) {
			const {outcome, at} = end;
			if (outcome.kind === 'unauthorized' && !outcome.tokenChanged) {
				return {code: 4, words: describeFailure(outcome, at)};
			}

			sight = look(outcome, name);
			if (sight.kind === 'seen' && isWanted(sight.state, wanted)) {
				return {code: 0, words: `${name} is ${stateWord(sight.state)}, after ${describePrecisely(elapsed() - begun)}.`};
			}

			if (sight.kind === 'absent' && !isAbsenceAllowed) {
				return {code: 1, words: `${describeMissing(name)}. With --allow-missing it is waited for.`};
			}

			moveLastLook(poller, end, within - (elapsed() - begun));
			return undefined;
		},
	});
	over.abort();
	await Promise.all([timed, shown]);
	if (signal.aborted) {
		// The signal decides how the program ends.
		return 130;
	}

	const {code, words} = result ?? describeTimeout(settings, sight);
	if (code !== 0 || stderr.isTTY === true) {
		await say(words);
	}

	return code;
}

/** What a poll shows of the instance. The token of another instance lists that one. */
function look(outcome: Outcome, name: WaitSettings['name']): WaitState {
	if (outcome.kind === 'not-found') {
		return {kind: 'absent'};
	}

	if (outcome.kind !== 'ok') {
		const {health, what} = describeTrouble(outcome);
		return {kind: 'unknown', trouble: `${health}: ${what}`};
	}

	const {instances, rejected} = outcome.snapshot;
	const instance = instances.find(item => item.name === name);
	if (instance !== undefined) {
		return {kind: 'seen', state: instance.state};
	}

	return rejected.length > 0 ? {kind: 'unknown', trouble: 'the answer could not be read'} : {kind: 'absent'};
}

/** Whether a state is the wanted one; of undocumented ones the word decides, if one is wanted. */
function isWanted(state: ConnectionState, wanted: WantedState): boolean {
	return state.kind === wanted.kind && (state.kind !== 'other' || wanted.text === '' || state.text.toLowerCase() === wanted.text.toLowerCase());
}

/** Where the next poll would come after the end, it comes right before. What the API asks to wait is not shortened. */
function moveLastLook(poller: Poller, {at, next}: PollEnd, left: number): void {
	if (next.reason === 'interval' && next.at - at > left - lastLook && left >= 2 * lastLook) {
		poller.setInterval(left - lastLook);
	}
}

function describeTimeout({name, wanted, within}: WaitSettings, sight: WaitState): Result {
	return {
		code: sight.kind === 'unknown' ? 3 : 1,
		words: `${name} is not ${describeWanted(wanted)} after ${describeSetting(within)}. Last: ${sight.kind === 'unknown' && sight.trouble === undefined ? 'no answer' : describeWaitState(sight)}.`,
	};
}

function describeWanted(wanted: WantedState): string {
	return wanted.kind === 'other' && wanted.text === '' ? 'in another state' : stateWord(wanted);
}

/** Keeps one line of standard error up to date, once a second, where that is a terminal; takes it away at the end. */
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
