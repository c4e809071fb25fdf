import {Buffer} from 'node:buffer';
import {MockAgent, type Dispatcher} from 'undici';

/** The API in memory. A client with the dispatcher gets the body that was set last. */
export type Answering = {
	readonly dispatcher: Dispatcher;
	readonly url: string;
	readonly answerWith: (body: Uint8Array) => void;
	readonly close: () => Promise<void>;
};

export function createAnswering(): Answering {
	const url = 'https://fuzz.example';
	const dispatcher = new MockAgent();
	dispatcher.disableNetConnect();
	const server = dispatcher.get(url);
	return {
		dispatcher,
		url,
		answerWith(body) {
			server.intercept({path: () => true, method: 'GET'}).reply(200, Buffer.from(body), {headers: {'content-type': 'application/json'}});
		},
		close: async () => dispatcher.close(),
	};
}
