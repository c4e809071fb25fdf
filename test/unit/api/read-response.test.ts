import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {inspect} from 'node:util';
import {test} from 'node:test';
import {snapshotOf} from '../../../source/core/fleet/fleet.js';
import {budgetOf, type Outcome} from '../../../source/core/polling/outcome.js';
import {sanitize as safe} from '../../../source/core/text/sanitize.js';
import {account} from '../../helpers/fleet.js';
import {
	askMocked,
	envelope,
	list,
	now,
	ownToken,
	told,
	type MockedAnswer,
} from './asking.js';

const check = async (cases: ReadonlyArray<readonly [answer: MockedAnswer, expected: Outcome]>) => {
	for (const [answer, expected] of cases) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {outcome} = await askMocked(answer);
		assert.deepEqual(outcome, expected, inspect(answer));
	}
};

test('an answer without a body, or with one that is no list, says which kind of nothing it is', async () => {
	const malformed = (reason: 'empty' | 'not-modified' | 'partial' | 'html' | 'not-json' | 'no-list'): Outcome => ({kind: 'malformed', reason, ...told});
	await check([
		[{status: 204}, malformed('empty')],
		[{status: 304}, malformed('not-modified')],
		[{status: 206}, malformed('partial')],
		[{body: ' \n'}, malformed('empty')],
		[{body: '<!doctype html><title>Gateway</title>'}, malformed('html')],
		[{body: ' \n<html lang="en">'}, malformed('html')],
		[{body: '{"success":true,"instances":[{"na'}, malformed('not-json')],
		[{body: '{"instances":[NaN]}'}, malformed('not-json')],
		[{body: 'OK'}, malformed('not-json')],
		[{body: '{}'}, malformed('no-list')],
		[{body: '[]'}, malformed('no-list')],
		[{body: 'null'}, malformed('no-list')],
		[{body: '{"success":true,"instances":{}}'}, malformed('no-list')],
		[{body: '{"success":true,"instances":null}'}, malformed('no-list')],
	]);
});

test('a server in trouble may say when to ask again', async () => {
	const {outcome} = await askMocked({status: 503, headers: {'retry-after': '120'}});
	assert.strictEqual(outcome.kind, 'server-error');
	assert.ok(outcome.retryAt !== undefined && outcome.retryAt > 120_000);
	const silent = await askMocked({status: 503, headers: {'retry-after': 'soon'}});
	assert.ok(!('retryAt' in silent.outcome));
});

test('a success that says it is none is no list, even with one in it', async () => {
	await check([
		[{body: envelope('Database is away')}, {
			...told, kind: 'malformed', reason: 'not-success', message: safe('Database is away'),
		}],
		[{body: '{"success":false,"instances":[]}'}, {...told, kind: 'malformed', reason: 'not-success'}],
	]);
});

test('a list of any content type is read', async () => {
	const {outcome} = await askMocked({body: list, headers: {'content-type': 'text/html'}});
	assert.equal(outcome.kind, 'ok');
});

test('a byte order mark and broken UTF-8 do not hide the list', async () => {
	const marked = await askMocked({body: `\u{FEFF}${list}`});
	assert.equal(marked.outcome.kind, 'ok');
	const {outcome} = await askMocked({body: Buffer.from('{"instances":[{"name":"caf\u{E9}"}]}', 'latin1')});
	assert.strictEqual(outcome.kind, 'ok');
	assert.deepEqual(outcome.snapshot.instances.map(instance => instance.name), ['caf\u{FFFD}']);
});

test('a redirect is not followed; it names the host it points to and nothing else of it', async () => {
	await check([
		[{status: 301, headers: {location: 'https://user:pass@other.test:8443/path?token=abc'}}, {
			...told, kind: 'redirected', status: 301, host: safe('other.test:8443'),
		}],
		[{status: 302, headers: {location: '/login'}}, {
			...told, kind: 'redirected', status: 302, host: safe('ryze.test'),
		}],
		[{status: 307, headers: {location: 'https://['}}, {
			...told, kind: 'redirected', status: 307, host: undefined,
		}],
		[{status: 308}, {
			...told, kind: 'redirected', status: 308, host: undefined,
		}],
	]);
});

test('a refused token is refused by its status, whatever the text', async () => {
	await check([
		[{status: 401, body: envelope('Invalid token')}, {
			...told, kind: 'unauthorized', status: 401, tokenChanged: false, message: safe('Invalid token'),
		}],
		[{status: 403, body: '<html>'}, {
			...told, kind: 'unauthorized', status: 403, tokenChanged: false,
		}],
	]);
});

test('a 404 is calm only for the one name that was asked for, in the words of the API', async () => {
	const kindOf = async (body: string, instances: readonly string[]) => {
		const {outcome} = await askMocked({status: 404, body}, {instances});
		return outcome.kind;
	};

	assert.equal(await kindOf(envelope('Instance not found'), ['sales']), 'not-found');
	assert.equal(await kindOf(envelope('Instance not found'), ['sales', 'support']), 'wrong-path');
	assert.equal(await kindOf(envelope('Not found'), []), 'wrong-path');
	assert.equal(await kindOf('<html>404</html>', ['sales']), 'wrong-path');
	assert.equal(await kindOf('404 page not found', ['sales']), 'wrong-path');
	assert.equal(await kindOf('{"error":"no"}', ['sales']), 'wrong-path');
});

test('a 429 tells when the next try is allowed, if it says so', async () => {
	const body = envelope('Rate limit exceeded. Try again later.');
	const limited = {...told, kind: 'rate-limited', message: safe('Rate limit exceeded. Try again later.')} as const;
	await check([
		[{status: 429, body}, {...limited, retryAt: undefined}],
		[{status: 429, body, headers: {'retry-after': '40'}}, {...limited, retryAt: now + 40_000}],
		[{status: 429, body, headers: {'retry-after': 'Tue, 28 Apr 2026 12:01:00 GMT'}}, {...limited, retryAt: now + 60_000}],
		[{status: 429, body, headers: {'retry-after': 'soon'}}, {...limited, retryAt: undefined}],
	]);
});

test('other refusals and troubles of the server keep their status', async () => {
	await check([
		[{status: 400, body: envelope('Bad filter')}, {
			...told, kind: 'refused', status: 400, message: safe('Bad filter'),
		}],
		[{status: 418}, {...told, kind: 'refused', status: 418}],
		[{status: 500, body: envelope('Internal error')}, {
			...told, kind: 'server-error', status: 500, isHtml: false, message: safe('Internal error'),
		}],
		[{status: 502, body: '<html><body>Bad Gateway</body></html>'}, {
			...told, kind: 'server-error', status: 502, isHtml: true,
		}],
		[{status: 503, body: 'busy'}, {
			...told, kind: 'server-error', status: 503, isHtml: false,
		}],
		[{status: 503, body: `<html>${'x'.repeat(100_000)}`, headers: {'content-type': 'text/html; charset=utf-8'}}, {
			...told, kind: 'server-error', status: 503, isHtml: true,
		}],
	]);
});

test('every answer, good or bad, brings what the budget headers said', async () => {
	const headers = {'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '88', 'x-ratelimit-reset': '1777377630'};
	for (const answer of [{body: list}, {status: 401}, {status: 404}, {status: 429}, {status: 500}, {status: 302}, {body: '{}'}]) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		const {outcome} = await askMocked({...answer, headers});
		assert.deepEqual(budgetOf(outcome), {limit: 100, remaining: 88, resetAt: 1_777_377_630_000}, outcome.kind);
	}
});

test('a failure on the way is told by its code', async () => {
	const failing = (code: string) => Object.assign(new Error(`${code} ${ownToken}`), {code});
	await check([
		[{error: failing('ENOTFOUND')}, {kind: 'unreachable', reason: 'dns'}],
		[{error: failing('EHOSTUNREACH')}, {kind: 'unreachable', reason: 'no-route'}],
		[{error: failing('CERT_HAS_EXPIRED')}, {kind: 'unreachable', reason: 'tls'}],
		[{error: failing('ERR_TLS_CERT_ALTNAME_INVALID')}, {kind: 'unreachable', reason: 'tls'}],
		[{error: failing('EWHATEVER')}, {kind: 'unreachable', reason: 'network'}],
		[{error: new Error(ownToken)}, {kind: 'unreachable', reason: 'network'}],
	]);
});

test('a list is from the time that the cache says, and from now where no cache answered', async () => {
	const old = await askMocked({body: list, headers: {age: '5400', date: 'Tue, 28 Apr 2026 09:00:00 GMT'}});
	assert.strictEqual(old.outcome.kind, 'ok');
	assert.deepEqual([old.outcome.age, old.outcome.snapshot.at], [5_400_000, now - 5_400_000]);
	// The server's clock is three hours behind ours, which makes no data old.
	const own = await askMocked({body: list, headers: {date: 'Tue, 28 Apr 2026 09:00:00 GMT'}});
	assert.strictEqual(own.outcome.kind, 'ok');
	assert.deepEqual([own.outcome.age, own.outcome.snapshot.at], [undefined, now]);
});

test('an answer with the header of the simulator is a simulated one, whatever the value is, and so is that an instance does not exist', async () => {
	const isSimulated = async (headers: Readonly<Record<string, string>>) => {
		const {outcome: listed} = await askMocked({body: list, headers});
		const {outcome: missing} = await askMocked({status: 404, body: envelope('Instance not found'), headers}, {instances: ['a']});
		return [listed, missing].map(outcome => snapshotOf({account, outcome, at: now})?.isSimulated);
	};

	assert.deepEqual(await isSimulated({}), [false, false]);
	for (const value of ['1', '0', '']) {
		// eslint-disable-next-line no-await-in-loop -- One after the other, so that a failure names its case.
		assert.deepEqual(await isSimulated({'x-ryzetop-simulator': value}), [true, true], JSON.stringify(value));
	}
});

test('that an instance does not exist is as old as the cache says', async () => {
	const {outcome} = await askMocked({status: 404, body: envelope('Instance not found'), headers: {age: '60'}}, {instances: ['a']});
	assert.strictEqual(outcome.kind, 'not-found');
	assert.equal(outcome.age, 60_000);
});
