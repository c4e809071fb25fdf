import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {FaultId} from '../faults/faults.js';
import {createActiveFault} from '../faults/active-fault.js';
import {createRandom} from '../instances/random.js';
import {scenarios, type ScenarioName} from '../world/scenarios.js';
import {createWorld, type World} from '../world/world.js';
import {
	route,
	rateLimitExceeded,
	type Caller,
	type ListRequest,
} from './route.js';
import {compress} from './compress.js';
import {listen, loopback, closeServer} from './listen.js';
import {spendCall, type RateWindow, type Verdict} from './rate-limit.js';
import {readRequest, readToken, findCaller} from './read-request.js';
import {createResponseWriter} from './write-response.js';

/** A request that was answered; `status` is not told where a fault took the answer's place. */
export type AnsweredRequest = ListRequest & {readonly status: number | undefined};

export type SimulatorOptions = {
	readonly scenario: ScenarioName;
	/** Any free one if none is given. */
	readonly port?: number | undefined;
	/** As many as the scenario has if none is given. */
	readonly instances?: number | undefined;
	/** The same seed at the same time gives the same world, ids and tokens included. */
	readonly seed?: number | undefined;
	/** Milliseconds since the epoch; the world's only clock. */
	readonly now: () => number;
	/** Calls a minute and token; 100 if none is given, as the API has it. */
	readonly rateLimit?: number | undefined;
	readonly onRequest?: ((request: AnsweredRequest) => void) | undefined;
};

/** A running simulator. */
export type Simulator = {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** The token a monitor is given in this scenario: the account's, or an instance's. */
	readonly token: string;
	readonly accountToken: string;
	readonly instanceToken: (name: string) => string | undefined;
	/** For changing by hand what is served. */
	readonly world: World;
	/** How many requests have been answered, or met a fault. */
	readonly requests: () => number;
	/** From now on every request meets this fault, in place of what it met before. */
	readonly suffer: (fault: FaultId) => void;
	/** Ends that: what is asked from now on is answered well. */
	readonly heal: () => void;
	/** Stops at once, whatever connections are open. */
	readonly close: () => Promise<void>;
};

const usualRateLimit = 100;

/** As long as the proxies in front of real servers. Node's own 5 s would run out just when a client polls every 5 s. */
const keepAliveTimeout = 65_000;

/** Serves the list of a simulated account on loopback. Rejects, with a message for people, when the port cannot be had. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
	const {now, onRequest, port = 0, seed = 1, rateLimit = usualRateLimit} = options;
	const scenario = scenarios[options.scenario];
	const random = createRandom(seed);
	const world = createWorld({
		scenario, instances: options.instances ?? scenario.instances, random, now,
	});
	const accountToken = random.fork('account').uuid();
	const windows = new Map<string, RateWindow>();
	const write = createResponseWriter();
	const suffering = createActiveFault(scenario.mishaps, random.fork('mishaps'));
	let answered = 0;

	const spend = (caller: Caller, request: IncomingMessage): Verdict => {
		const isStranger = caller.kind === 'stranger';
		const key = isStranger ? `address ${request.socket.remoteAddress ?? ''}` : `token ${readToken(request)}`;
		const verdict = spendCall(windows.get(key), {now: now(), limit: rateLimit, othersPerSecond: isStranger ? 0 : scenario.othersPerSecond});
		windows.set(key, verdict.window);
		return verdict;
	};

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const instances = world.instances();
		const caller = findCaller(readToken(request), accountToken, instances);
		const question = readRequest(request);
		const verdict = spend(caller, request);
		const given = verdict.isAllowed ? route(question, caller, instances) : rateLimitExceeded;
		const text = write(given);
		response.setHeader('X-RateLimit-Limit', rateLimit);
		response.setHeader('X-RateLimit-Remaining', verdict.remaining);
		response.setHeader('X-RateLimit-Reset', verdict.reset);

		const pass = async () => {
			const {body, encoding} = await compress(text, request.headers['accept-encoding'] ?? '');
			response.statusCode = given.status;
			response.setHeader('Content-Type', 'application/json; charset=utf-8');
			response.setHeader('Vary', 'Accept-Encoding');
			if (encoding !== undefined) {
				response.setHeader('Content-Encoding', encoding);
			}

			response.end(body);
		};

		const strike = suffering.fault() ?? (given.status === 200 ? suffering.mishap() : undefined);
		answered += 1;
		if (strike === undefined) {
			await pass();
			onRequest?.({...question, status: given.status});
			return;
		}

		onRequest?.({...question, status: undefined});
		await strike({
			request, response, token: readToken(request), instances, text, now, pass,
		});
	};

	const server = createServer((request, response) => {
		// Who writes slowly may find that nobody is there any more.
		response.on('error', () => {
			response.destroy();
		});
		void handle(request, response);
	});
	server.keepAliveTimeout = keepAliveTimeout;
	const url = `http://${loopback}:${await listen(server, port)}`;
	const [first] = world.instances();
	return {
		url,
		token: first && scenario.token === 'instance' ? first.token : accountToken,
		accountToken,
		instanceToken: name => world.instances().find(instance => instance.name === name)?.token,
		world,
		requests: () => answered,
		suffer: suffering.suffer,
		heal: suffering.heal,
		async close() {
			await closeServer(server);
		},
	};
}
