import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import test from 'node:test';
import type {MemoryContext} from '../../../../source/commands/context.js';
import {writeStory} from '../../../../source/commands/memory/write-story.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import type {ToldEvent} from '../../../../source/core/fleet/memory/tell-events.js';
import {accountId} from '../../../../source/core/instance/instance.js';
import type {Story} from '../../../../source/history/past/story.js';
import {noon} from '../../../helpers/fleet.js';

/** A story without an end, and the number of its events that were read. */
function endlessStory(): Story & {readonly read: () => number} {
	let read = 0;
	return {
		accounts: [{name: 'host', span: {from: -Infinity, to: Infinity}}],
		places: ['host'],
		watched: undefined,
		isWatched: true,
		names: () => [],
		events: (function * (): Generator<ToldEvent | undefined, void> {
			for (;;) {
				read += 1;
				yield read % 3 === 0
					? undefined
					: {
						place: 'host', mass: undefined, event: {
							kind: 'unwatched', id: 0, at: noon, account: accountId('1'), from: noon - 1000, to: noon,
						},
					};
			}
		})(),
		read: () => read,
	};
}

/** Writes an endless story to a reader that gives these answers to its pieces. */
async function writeTo(story: Story, take: (piece: number) => string | undefined, signal = new AbortController().signal) {
	const said: string[] = [];
	let pieces = 0;
	let longest = 0;
	const context: MemoryContext = {
		stdout: new PassThrough(), stderr: new PassThrough(), environment: {}, history: 'history.db', now: noon, signal, encode: text => text,
		async write(text) {
			pieces += 1;
			longest = Math.max(longest, text.length);
			return take(pieces);
		},
		async say(words) {
			said.push(words);
		},
	};
	const code = await writeStory(story, {filter: parseFilter(''), isAscii: false, format: 'ndjson'}, context);
	return {
		code, said, pieces, longest,
	};
}

test('no more is read of a long story than its reader takes, and a reader that has seen enough is no failure', async () => {
	const story = endlessStory();
	const {code, said, pieces, longest} = await writeTo(story, piece => piece === 3 ? 'EPIPE' : undefined);
	assert.deepEqual([code, said, pieces], [0, [], 3]);
	assert.ok(longest < 70_000 && story.read() < 1000, String([longest, story.read()]));
});

test('output that cannot be written is said', async () => {
	const {code, said, pieces} = await writeTo(endlessStory(), () => 'ENOSPC');
	assert.deepEqual([code, said, pieces], [2, ['Standard output cannot be written (ENOSPC).'], 1]);
});

test('a signal stops it', async () => {
	const stop = new AbortController();
	const {code, pieces} = await writeTo(endlessStory(), piece => {
		if (piece === 2) {
			stop.abort();
		}

		return undefined;
	}, stop.signal);
	assert.equal(code, 3);
	assert.ok(pieces >= 2);
});
