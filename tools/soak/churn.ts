import type {Outcome, MalformedReason, UnreachableReason} from '../../source/core/polling/outcome.js';
import type {RateBudget} from '../../source/core/polling/rate-budget.js';
import {sanitize} from '../../source/core/text/sanitize.js';
import {createRandom, type Choices} from '../../source/simulator/instances/random.js';
import {snapshotOf, type WireItem} from '../../test/helpers/fleet.js';

const states: Choices<string> = ['connected', 'connected', 'connected', 'connecting', 'disconnected', 'loggedout', 'pairing'];
const unreachable: Choices<UnreachableReason> = [
	'dns',
	'refused',
	'no-route',
	'reset',
	'closed',
	'tls',
	'proxy',
	'connect-timeout',
	'headers-timeout',
	'body-timeout',
	'protocol',
	'network',
];
const malformed: Choices<MalformedReason> = ['not-json', 'html', 'empty', 'no-list', 'not-success', 'too-large', 'encoding'];

/** Probabilities for each poll: that it fails, that all instances are replaced, that the list is empty. */
const failing = 0.2;
const replaced = 0.01;
const emptied = 0.01;

/** Probabilities for each instance and poll. */
const leaves = 0.02;
const changesId = 0.01;
const changesState = 0.05;

export type Churn = {
	/** Makes the outcome of the next poll. */
	readonly next: (at: number) => Outcome;
	/** The number of polls that have failed so far. */
	readonly failed: () => number;
};

/**
Simulates a fleet of about that size in which something changes with every poll: instances appear, vanish and change their ids and states,
and one poll in five fails in one of all the ways that a poll can fail.
*/
export function createChurn(size: number, seed: number): Churn {
	const random = createRandom('soak', seed);
	let born = 0;
	let failed = 0;
	const bear = (): WireItem => {
		born++;
		return {
			name: `instance-${born}`,
			id: random.uuid(),
			state: random.pick(states),
			numberJid: random.chance(0.8) ? `55119${String(born).padStart(8, '0')}@s.whatsapp.net` : undefined,
			[`field${born % 7}`]: born,
		};
	};

	let fleet = Array.from({length: size}, bear);
	const live = (item: WireItem): WireItem => ({
		...item,
		...random.chance(changesId) && {id: random.uuid()},
		...random.chance(changesState) && {state: random.pick(states)},
	});

	const fail = (at: number): Outcome => {
		const budget: RateBudget = {limit: 100, remaining: random.between(10, 100), resetAt: at + 30_000};
		// The text differs each time, as from a server that gives its errors an id.
		const message = sanitize(`request ${random.uuid()} failed`);
		switch (random.between(1, 9)) {
			case 1: {
				return {
					kind: 'rate-limited', retryAt: at + 2000, budget: {...budget, remaining: 0}, message,
				};
			}

			case 2: {
				return {
					kind: 'unauthorized', status: 401, tokenChanged: random.chance(0.5), budget, message,
				};
			}

			case 3: {
				return {kind: 'wrong-path', budget, message};
			}

			case 4: {
				return {
					kind: 'redirected', status: 302, host: sanitize(`${random.uuid()}.example`), budget, message,
				};
			}

			case 5: {
				return {
					kind: 'refused', status: 400, budget, message,
				};
			}

			case 6: {
				return {
					kind: 'server-error', status: 503, isHtml: random.chance(0.5), budget, message,
				};
			}

			case 7: {
				return {
					kind: 'malformed', reason: random.pick(malformed), budget, message,
				};
			}

			default: {
				return {kind: 'unreachable', reason: random.pick(unreachable)};
			}
		}
	};

	return {
		next(at) {
			if (random.chance(failing)) {
				failed++;
				return fail(at);
			}

			const left = random.chance(replaced) ? [] : fleet.filter(() => !random.chance(leaves)).map(item => live(item));
			fleet = [...left, ...Array.from({length: size - left.length}, bear)];
			const shown = random.chance(emptied) ? [] : fleet;
			return {
				kind: 'ok', snapshot: snapshotOf(shown, at), bytes: shown.length * 1500, budget: {limit: 100, remaining: 90, resetAt: at + 30_000},
			};
		},
		failed: () => failed,
	};
}
