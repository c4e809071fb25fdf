import type {AccountId} from '../../core/instance/instance.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {movePace} from '../../core/polling/step-intervals.js';
import {describeCountdown, describeSetting} from '../../core/text/duration.js';
import {joinWords} from '../../core/text/join-words.js';
import {sanitize} from '../../core/text/sanitize.js';
import type {Commands, ControllerContext} from './context.js';

/** Makes the handlers of the commands of polling. Each is for all accounts. */
export function createPollingCommands(ports: ControllerContext): Pick<Commands, Extract<CommandId, `poll.${string}`>> {
	return {
		'poll.now'() {
			pollNow(ports);
		},
		'poll.slower'() {
			moveIntervals(ports, 1);
		},
		'poll.faster'() {
			moveIntervals(ports, -1);
		},
	};
}

/** Moves the interval of each account by one step, and says what it is then. */
function moveIntervals({actions, pollers, state, now}: ControllerContext, by: 1 | -1): void {
	const {pace, intervals: former} = state();
	const moved = movePace(pace, by);
	if (moved === pace) {
		return;
	}

	actions.paceChosen(moved);
	const {intervals} = state();
	for (const [account, interval] of intervals) {
		if (former.get(account) !== interval) {
			pollers.get(account)?.setInterval(interval);
		}
	}

	actions.noticed(describeIntervals(intervals), now());
}

/** `polling every 10s`, or where they differ `polling prod every 10s and lab every 60s`. */
function describeIntervals(chosen: ReadonlyMap<AccountId, number>): string {
	const all = [...new Set(chosen.values())];
	const parts = all.length === 1
		? all.map(interval => `every ${describeSetting(interval)}`)
		: chosen.entries().map(([account, interval]) => `${sanitize(account)} every ${describeSetting(interval)}`).toArray();
	return `polling ${joinWords(parts, 'and')}`;
}

/** Polls all accounts that may be polled now, and tells of those that may not. */
function pollNow({actions, pollers, now}: ControllerContext): void {
	const results = pollers.entries().map(([account, poller]) => ({account, ...poller.pollNow()})).toArray();
	const waits = results.flatMap(result => result.kind === 'must-wait'
		? [`${pollers.size > 1 ? `the API of ${sanitize(result.account)}` : 'the API'} asked to wait: next try in ${describeCountdown(result.until - now())}`]
		: []);
	const others = results.some(({kind}) => kind === 'soon') ? ['refreshing'] : (waits.length === 0 ? ['a poll is under way'] : []);
	actions.noticed([...waits.length > 0 && pollers.size > 1 && others.length > 0 ? ['refreshing the others'] : others, ...waits].join('; '), now(), {
		tone: waits.length === 0 ? 'plain' : 'caution',
	});
}
