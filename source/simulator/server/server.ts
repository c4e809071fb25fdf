import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {simulatorHeader} from '../../core/instance/snapshot.js';
import type {FaultId} from '../faults/faults.js';
import {createActiveFault} from '../faults/active-fault.js';
import {createRandom} from '../instances/random.js';
import {createPast, type Past} from '../past/past.js';
import {scenarios, type ScenarioName} from '../world/scenarios.js';
import {steadyServer, type ServerPlan} from '../world/server-plan.js';
import {createWorld, type World} from '../world/world.js';
import {
	route,
	rateLimitExceeded,
	type Caller,
	type ListRequest,
} from './route.js';
import {compress} from './compress.js';
import {writeHealth} from './health.js';
import {listen, loopback, closeServer} from './listen.js';
import {spendCall, type RateWindow, type RateLimitResult} from './rate-limit.js';
import {readRequest, readToken, findCaller} from './read-request.js';
import {createResponseWriter} from './write-response.js';

/** Request that was answered; `status` is undefined where a fault took the place of the answer. */
export type AnsweredRequest = ListRequest & {readonly status: number | undefined};

export type SimulatorOptions = {
	readonly scenario: ScenarioName;
	/** Any free port if none is given. */
	readonly port?: number | undefined;
	/** The scenario's own number if none is given. */
	readonly instances?: number | undefined;
	/** The same seed at the same time gives the same world, ids and tokens included. */
	readonly seed?: number | undefined;
	/** The world's only clock, in milliseconds since the epoch. */
	readonly now: () => number;
	/** Calls a minute for each token; 100 if none is given, the limit of the API. */
	readonly rateLimit?: number | undefined;
	/** How the server itself is, if not as the scenario has it. */
	readonly server?: ServerPlan | undefined;
	/** Whether answers say that they are a simulator's, so that no memory keeps them; they do unless a test of a memory says otherwise. */
	readonly isMarked?: boolean;
	/** Called for each request, after its answer was sent or before a fault handles it. */
	readonly onRequest?: ((request: AnsweredRequest) => void) | undefined;
};

/** A running simulator. */
export type Simulator = {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** The token for a monitor of this scenario: the account's, or the one of the first instance. */
	readonly token: string;
	readonly accountToken: string;
	readonly instanceToken: (name: string) => string | undefined;
	/** The account behind the list, which a test can change by hand. */
	readonly world: World;
	/** Makes the past of what the token shows: the thirty days before the simulator began. It is the same each time. */
	readonly past: () => Past;
	/** The number of requests of the list so far, answered or handled by a fault; one of `/health` is none. */
	readonly requests: () => number;
	/** Makes a fault handle every request from now on. It takes the place of an earlier fault. */
	readonly beginFault: (fault: FaultId) => void;
	/** Ends the fault. The scenario's own faults go on. */
	readonly endFault: () => void;
	/** Stops at once and closes all open connections. */
	readonly close: () => Promise<void>;
};

const defaultRateLimit = 100;

/**
Milliseconds, as long as the proxies in front of real servers keep a connection.
With Node's own 5 s, a connection would be closed just when a client that polls every 5 s uses it again.
*/
const keepAliveTimeout = 65_000;

/** Serves the list of a simulated account on loopback. Rejects with a message for the user where the port cannot be opened. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
	const {now, onRequest, port = 0, seed = 1, rateLimit = defaultRateLimit, isMarked = true} = options;
	const scenario = scenarios[options.scenario];
	const random = createRandom(seed);
	const world = createWorld({
		scenario, instances: options.instances ?? scenario.instances, random, now,
	});
	const accountToken = random.fork('account').uuid();
	const windows = new Map<string, RateWindow>();
	const write = createResponseWriter();
	const activeFault = createActiveFault(scenario.faultPlan, random.fork('mishaps'));
	let requestCount = 0;

	const countCall = (caller: Caller, request: IncomingMessage): RateLimitResult => {
		const isUnauthenticated = caller.kind === 'unauthenticated';
		const key = isUnauthenticated ? `address ${request.socket.remoteAddress ?? ''}` : `token ${readToken(request)}`;
		const othersPerSecond = isUnauthenticated ? 0 : scenario.othersPerSecond;
		const result = spendCall(windows.get(key), {now: now(), limit: rateLimit, othersPerSecond});
		windows.set(key, result.window);
		return result;
	};

	/** Answers what needs no token and spends no call. */
	const answerHealth = (response: ServerResponse) => {
		const plan = options.server ?? scenario.server ?? steadyServer;
		const at = now();
		const {status, text} = writeHealth(plan((at - world.beginning.at) / 1000), at);
		response.writeHead(status, {'Content-Type': 'application/json; charset=utf-8'}).end(text);
	};

	const handle = async (request: IncomingMessage, response: ServerResponse) => {
		const instances = world.instances();
		const caller = findCaller(readToken(request), accountToken, instances);
		const listRequest = readRequest(request);
		const rate = countCall(caller, request);
		const answer = rate.isAllowed ? route(listRequest, caller, instances) : rateLimitExceeded;
		const text = write(answer);
		if (isMarked) {
			response.setHeader(simulatorHeader, 1);
		}

		response.setHeader('X-RateLimit-Limit', rateLimit);
		response.setHeader('X-RateLimit-Remaining', rate.remaining);
		response.setHeader('X-RateLimit-Reset', rate.reset);

		const respond = async () => {
			const {body, encoding} = await compress(text, request.headers['accept-encoding'] ?? '');
			response.statusCode = answer.status;
			response.setHeader('Content-Type', 'application/json; charset=utf-8');
			response.setHeader('Vary', 'Accept-Encoding');
			if (encoding !== undefined) {
				response.setHeader('Content-Encoding', encoding);
			}

			response.end(body);
		};

		const handleFault = activeFault.handler() ?? (answer.status === 200 ? activeFault.plannedHandler() : undefined);
		requestCount += 1;
		if (handleFault === undefined) {
			await respond();
			onRequest?.({...listRequest, status: answer.status});
			return;
		}

		onRequest?.({...listRequest, status: undefined});
		await handleFault({
			request, response, token: readToken(request), instances, text, now, respond,
		});
	};

	const server = createServer((request, response) => {
		if (request.method === 'GET' && request.url === '/health') {
			answerHealth(response);
			return;
		}

		// A slow fault may write after the client has closed the connection.
		response.on('error', () => {
			response.destroy();
		});
		void handle(request, response);
	});
	server.keepAliveTimeout = keepAliveTimeout;
	const url = `http://${loopback}:${await listen(server, port)}`;
	const {at: startedAt, fleet} = world.beginning;
	const seen = scenario.token === 'instance' ? fleet.slice(0, 1) : fleet;
	return {
		url,
		token: scenario.token === 'instance' ? seen[0]?.instance.token ?? accountToken : accountToken,
		accountToken,
		instanceToken: name => world.instances().find(instance => instance.name === name)?.token,
		world,
		past: () => createPast({
			plan: scenario.past, fleet: seen, startedAt, random: random.fork('past'),
		}),
		requests: () => requestCount,
		beginFault: activeFault.begin,
		endFault: activeFault.end,
		async close() {
			await closeServer(server);
		},
	};
}
