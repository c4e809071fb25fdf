import {MockAgent} from 'undici';
import {createClient, type Client} from '../../../source/api/client.js';
import {Secret} from '../../../source/core/text/secret.js';
import {account, wireItem, type WireItem} from '../fleet.js';

/** Reply of the API to one request: an answer, or a connection that fails with this code. */
export type Reply =
	| {readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string}
	| {readonly kind: 'error'; readonly code: string};

/** The API in memory, with the real client of one account. */
export type MockApi = {
	readonly client: Client;
	/** Sets the reply to the next request. */
	readonly reply: (reply: Reply) => void;
	readonly close: () => Promise<void>;
};

const origin = 'https://mock.example';

/** Makes a client whose requests go to no network: it parses, buffers and decodes as the program's own. */
export function createMockApi(now: () => number): MockApi {
	const agent = new MockAgent();
	agent.disableNetConnect();
	const server = agent.get(origin);
	const token = new Secret('token-of-the-tests');
	const client = createClient({
		account,
		baseUrl: origin,
		token: {current: () => token, refresh: async () => false},
		instances: [],
		timeout: 60_000,
		now,
		dispatcher: agent,
	});
	return {
		client,
		reply(reply) {
			const request = server.intercept({path: () => true, method: 'GET'});
			if (reply.kind === 'error') {
				request.replyWithError(Object.assign(new Error(reply.code), {code: reply.code}));
			} else {
				request.reply(reply.status, reply.body, {headers: reply.headers});
			}
		},
		async close() {
			await client.close();
			await agent.close();
		},
	};
}

/** An answer with this list. */
export function answerWith(items: readonly WireItem[], headers: Readonly<Record<string, string>> = {}): Reply {
	return {
		kind: 'answer',
		status: 200,
		headers: {'content-type': 'application/json', ...headers},
		body: JSON.stringify({success: true, instances: items.map(item => wireItem(item))}),
	};
}
