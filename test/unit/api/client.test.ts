import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import {describeTrouble} from '../../../source/core/polling/trouble.js';
import {describeFailure} from '../../../source/output/describe-failure.js';
import {mask} from '../../../source/core/text/secret.js';
import {sanitize as safe} from '../../../source/core/text/sanitize.js';
import {
	askMocked,
	clientFor,
	envelope,
	list,
	now,
	ownToken,
	type MockedAnswer,
} from './asking.js';

test('a list is read, with the account, the time and its size', async () => {
	const {outcome} = await askMocked({body: list});
	assert.strictEqual(outcome.kind, 'ok');
	assert.equal(outcome.bytes, list.length);
	assert.equal(outcome.snapshot.account, 'main');
	assert.equal(outcome.snapshot.at, now);
	assert.equal(outcome.snapshot.tokenKind, 'account');
	assert.deepEqual(outcome.snapshot.instances.map(instance => instance.name), ['sales']);
});

test('one GET of the list is sent, with the token in its header', async () => {
	const {path, sent} = await askMocked({body: list});
	assert.equal(path, '/api/instance/list');
	assert.deepEqual(sent, {
		token: ownToken, accept: 'application/json', 'accept-encoding': 'gzip', 'cache-control': 'no-cache', 'user-agent': 'ryzetop',
	});
});

test('the path of the base URL is kept, whatever slashes it ends with', async () => {
	const pathOf = async (baseUrl: string) => {
		const {path} = await askMocked({body: list}, {baseUrl});
		return path;
	};

	assert.equal(await pathOf('https://ryze.test/'), '/api/instance/list');
	assert.equal(await pathOf('https://ryze.test/gate/way//'), '/gate/way/api/instance/list');
	assert.equal(await pathOf('https://ryze.test/gate?page=2#top'), '/gate/api/instance/list');
});

test('names are asked for in one parameter, and no empty one is ever sent', async () => {
	const pathOf = async (instances: readonly string[]) => {
		const {path} = await askMocked({body: list}, {instances});
		return path;
	};

	assert.equal(await pathOf(['sales', 'support']), '/api/instance/list?instanceName=sales%2Csupport');
	assert.equal(await pathOf(['a&b=c d']), '/api/instance/list?instanceName=a%26b%3Dc+d');
	assert.equal(await pathOf([]), '/api/instance/list');
	assert.equal(await pathOf(['', ' ']), '/api/instance/list');
});

test('the source of the token is read again after a refusal, and only then', async () => {
	let reads = 0;
	const refresh = async () => {
		reads += 1;
		return true;
	};

	for (const status of [200, 302, 404, 429, 500]) {
		// eslint-disable-next-line no-await-in-loop -- The count is of all of them.
		await askMocked({status}, {refresh});
	}

	assert.equal(reads, 0);
	const {outcome} = await askMocked({status: 401}, {refresh});
	assert.strictEqual(outcome.kind, 'unauthorized');
	assert.ok(outcome.tokenChanged);
	assert.equal(reads, 1);
});

test('a token that comes back in a message is masked, and the message is safe and short', async () => {
	const messageOf = async (message: string) => {
		const {outcome} = await askMocked({status: 401, body: envelope(message)});
		assert.strictEqual(outcome.kind, 'unauthorized');
		return outcome.message;
	};

	assert.equal(await messageOf(`no such token: ${ownToken}`), `no such token: ${mask}`);
	assert.equal(await messageOf('\u{1B}]0;title\u{7}'), '␛]0;title␇');
	assert.equal(await messageOf('see https://user:pass@help.test/?key=abc'), `see https://user:${mask}@help.test/?key=${mask}`);
	assert.equal(await messageOf('x'.repeat(50_000)), 'x'.repeat(200));
	assert.equal(await messageOf('漢'.repeat(150)), '漢'.repeat(100));
	assert.equal(await messageOf(`${'x'.repeat(190)}${ownToken}`), `${'x'.repeat(190)}${mask}`);
});

test('no outcome shows the token, wherever the server echoes it', async () => {
	const instance = {
		id: 'a', name: 'sales', token: ownToken, connection: {apiToken: ownToken}, key: {of: ownToken}, webhook: {url: `https://x.test/?token=${ownToken}`},
	};
	const answers: readonly MockedAnswer[] = [
		{body: JSON.stringify({success: true, instances: [instance]})},
		{body: JSON.stringify({success: true, instances: [{...instance, name: null}]})},
		{status: 401, body: envelope(ownToken)},
		{status: 500, body: ownToken},
		{body: ownToken},
		{status: 302, headers: {location: `https://${ownToken}@x.test/${ownToken}`}},
	];
	for (const answer of answers) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {outcome} = await askMocked(answer);
		assert.doesNotMatch(`${inspect(outcome, {depth: Infinity, showHidden: true})}${JSON.stringify(outcome)}`, new RegExp(ownToken, 'v'), inspect(answer));
	}
});

test('a token that no header can carry is refused without being sent or shown', async () => {
	for (const token of ['line\nbreak', 'line\r\nx: y', 'nul\0', 'snowman ☃', 'lone \u{D800}']) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {outcome, path} = await askMocked({body: list}, {token, refresh: async () => true});
		assert.deepEqual(outcome, {
			kind: 'unauthorized', status: 401, tokenChanged: true, budget: undefined, message: safe('it holds a character that cannot be sent'),
		});
		assert.equal(path, undefined);
	}
});

test('nothing is asked once the signal was given', async () => {
	const {outcome, path} = await askMocked({body: list}, {}, AbortSignal.abort());
	assert.deepEqual(outcome, {kind: 'unreachable', reason: 'closed'});
	assert.equal(path, undefined);
});

test('reading a token again counts into the time of the answer, and what keeps it from being read is told', async () => {
	const {promise} = Promise.withResolvers<boolean>();
	const slow = await askMocked({status: 401}, {refresh: async () => promise, timeout: 50});
	assert.strictEqual(slow.outcome.kind, 'unauthorized');
	assert.ok(!slow.outcome.tokenChanged);
	const {outcome} = await askMocked({status: 401}, {problem: () => `the token file "t": ${ownToken} is a pipe.`});
	assert.ok(outcome.kind === 'unauthorized' && outcome.tokenProblem !== undefined);
	assert.equal(describeTrouble(outcome).advice, `the token file "t": ${mask} is a pipe.`);
	assert.match(describeFailure(outcome, 0), /The token file "t": .* is a pipe\.$/v);
});

test('a token that takes long to read again does not outlast the signal', async () => {
	const controller = new AbortController();
	const {promise, resolve} = Promise.withResolvers<boolean>();
	const asked = askMocked({status: 401}, {
		async refresh() {
			controller.abort();
			return promise;
		},
	}, controller.signal);
	const {outcome} = await asked;
	assert.deepEqual(outcome, {kind: 'unreachable', reason: 'closed'});
	resolve(false);
});

test('after it was closed a client still answers', async () => {
	const client = clientFor({});
	await client.close();
	assert.deepEqual(await client.fetchList(new AbortController().signal), {kind: 'unreachable', reason: 'closed'});
});
