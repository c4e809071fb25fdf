import {createRandom, type Choices} from '../../source/simulator/instances/random.js';
import type {WireItem} from '../../test/helpers/fleet.js';
import {answerWith, type Reply} from '../../test/helpers/servers/mock-api.js';

const states: Choices<string> = ['connected', 'connected', 'connected', 'connecting', 'disconnected', 'loggedout', 'pairing'];
const errorCodes: Choices<string> = ['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ECONNRESET', 'EPROTO', 'ETIMEDOUT', 'UND_ERR_BODY_TIMEOUT'];
const brokenBodies: Choices<string> = ['', 'no JSON', '<html>a gateway</html>', '{"success":true}', '{"success":false,"error":{"message":"no"}}', '[1, 2'];
const failingStatuses: Choices<number> = [302, 400, 401, 403, 404, 429, 500, 502, 503];

/** Probabilities for each poll: that it fails, that all instances are replaced, that the list is empty. */
const failing = 0.2;
const replaced = 0.01;
const emptied = 0.01;

/** Probabilities for each instance and poll. */
const leaves = 0.02;
const changesId = 0.01;
const changesState = 0.05;

export type Churn = {
	/** Makes the reply to the next request. */
	readonly next: (at: number) => Reply;
	/** The number of requests that have failed so far. */
	readonly failed: () => number;
};

/**
Simulates a fleet of about that size in which something changes with every poll: instances appear, vanish and change their ids and states,
and one request in five fails: by its status, its body or its connection.
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

	const headers = (at: number) => ({
		'content-type': 'application/json',
		'x-ratelimit-limit': '100',
		'x-ratelimit-remaining': String(random.between(10, 100)),
		'x-ratelimit-reset': String(Math.ceil((at + 30_000) / 1000)),
	});

	const fail = (at: number): Reply => {
		switch (random.between(1, 3)) {
			case 1: {
				// The text differs each time, as from a server that gives its errors an id.
				const body = JSON.stringify({success: false, error: {message: `request ${random.uuid()} failed`}});
				return {
					kind: 'answer', status: random.pick(failingStatuses), headers: {...headers(at), location: 'https://elsewhere.example'}, body,
				};
			}

			case 2: {
				return {
					kind: 'answer', status: 200, headers: headers(at), body: random.pick(brokenBodies),
				};
			}

			default: {
				return {kind: 'error', code: random.pick(errorCodes)};
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
			return answerWith(shown, headers(at));
		},
		failed: () => failed,
	};
}
