import {request} from 'undici';
import type {Simulator, SimulatorOptions} from '../../../source/simulator/server/server.js';
import type {WireInstance} from '../../../source/simulator/instances/wire-instance.js';
import {simulate} from '../../helpers/servers/simulate.js';

/** A clock that stands still until it is moved. */
export type ManualClock = {
	readonly now: () => number;
	/** Moves on by so many seconds. */
	readonly pass: (seconds: number) => void;
};

type Asked = {
	readonly method?: 'GET' | 'POST';
	readonly path?: string;
	readonly query?: string;
	/** The account's if none is given. */
	readonly token?: string;
	/** Instead of the token. */
	readonly headers?: Record<string, string>;
};

type Answered = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: unknown;
};

/** Makes a clock that stands at a time of a fixed date. */
export function createClock(): ManualClock {
	let time = Date.UTC(2026, 4, 1, 12);
	return {
		now: () => time,
		pass(seconds) {
			time += seconds * 1000;
		},
	};
}

/** Starts a simulator whose time stands still, and whose calls are as few as the scenario says. */
export async function serve(options: Partial<SimulatorOptions> = {}): Promise<Simulator & AsyncDisposable> {
	return simulate({now: createClock().now, rateLimit: undefined, ...options});
}

/** Asks the simulator over HTTP. */
export async function ask(simulator: Simulator, {method = 'GET', path = '/api/instance/list', query = '', token = simulator.accountToken, headers = {token}}: Asked = {}): Promise<Answered> {
	const response = await request(`${simulator.url}${path}${query}`, {method, headers});
	return {status: response.statusCode, headers: response.headers, body: await response.body.json()};
}

/** Asks one thing after the other, and goes on with the next when an answer is there. */
export async function askInTurn(simulator: Simulator, questions: readonly Asked[], afterEach: () => void = () => undefined): Promise<readonly Answered[]> {
	const answers: Answered[] = [];
	for (const question of questions) {
		// eslint-disable-next-line no-await-in-loop -- one after the other is what is wanted
		answers.push(await ask(simulator, question));
		afterEach();
	}

	return answers;
}

/** Asks so many times for everything. */
export function repeatedly(times: number): readonly Asked[] {
	return Array.from({length: times}, () => ({}));
}

/** The status of each answer. */
export function statusesOf(answers: readonly Answered[]): readonly number[] {
	return answers.map(({status}) => status);
}

/** The names in an answer, in its order. */
export function namesIn({body}: Answered): readonly string[] {
	return instancesIn(body).map(({name}) => name);
}

/** The instances in an answer's body. */
export function instancesIn(body: unknown): readonly WireInstance[] {
	return (body as {readonly instances: readonly WireInstance[]}).instances;
}

/** The body of every answer that is none. */
export function failure(message: string): unknown {
	return {success: false, error: {message}};
}
