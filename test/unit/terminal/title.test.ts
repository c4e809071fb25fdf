import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {asciiSymbols, unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {describeTitle} from '../../../source/core/view/describe-title.js';
import {createTitleBar} from '../../../source/terminal/title.js';
import {anyText} from '../../helpers/any-text.js';

const xterm = {TERM: 'xterm-256color'};

/** The output of a title bar; `steps` are titles to show, or `undefined` to give the former one back. */
function written(steps: ReadonlyArray<string | undefined>, env: Readonly<Record<string, string>> = xterm): string {
	let text = '';
	const bar = createTitleBar(more => {
		text += more;
	}, env);
	for (const step of steps) {
		if (step === undefined) {
			bar.restore();
		} else {
			bar.show(sanitize(step));
		}
	}

	return text;
}

test('the former title is put by before the first one is shown, and comes back at the end', () => {
	assert.equal(written(['one', 'two', undefined]), '\u{1B}[22;2t\u{1B}]2;one\u{7}\u{1B}]2;two\u{7}\u{1B}[23;2t');
});

test('a title is written only when it changes', () => {
	assert.equal(written(['one', 'one', 'one']), written(['one']));
});

test('nothing is given back that was not taken, and nothing twice', () => {
	assert.equal(written([undefined]), '');
	assert.equal(written(['one', undefined, undefined]), written(['one', undefined]));
});

test('a title that was given back can be taken again', () => {
	assert.equal(written(['one', undefined, 'one', undefined]), written(['one', undefined]).repeat(2));
});

test('terminals without a title get none', () => {
	for (const env of [{}, {TERM: 'dumb'}, {TERM: 'linux'}]) {
		assert.equal(written(['one', undefined], env), '');
	}
});

test('the counts come first, since a title is cut at its end; states of which there are none are left out', () => {
	const counts = {
		connected: 38, connecting: 0, disconnected: 3, loggedout: 1, other: 2, total: 44,
	};
	assert.equal(describeTitle({counts, host: sanitize('example.com')}, unicodeSymbols), '●38 ○3 ✕1 ?2 ryzetop example.com');
	assert.equal(describeTitle({counts, host: sanitize('example.com')}, asciiSymbols), '*38 o3 x1 ?2 ryzetop example.com');
	assert.equal(describeTitle({counts: undefined, host: sanitize('example.com')}, unicodeSymbols), 'ryzetop example.com');
});

test('no text from outside gets a control character into a title', () => {
	fc.assert(fc.property(anyText(), host => {
		const title = describeTitle({counts: undefined, host: sanitize(host)}, unicodeSymbols);
		assert.equal(written([title]), `\u{1B}[22;2t\u{1B}]2;${title}\u{7}`);
		assert.match(title, /^\P{Control}*$/v);
	}));
});

test('the title of a stale picture says so first, in steps', () => {
	const counts = {
		connected: 38, connecting: 0, disconnected: 0, loggedout: 0, other: 0, total: 38,
	};
	const at = (staleFor: number) => describeTitle({counts, host: sanitize('example.com'), staleFor}, unicodeSymbols);
	assert.equal(at(55_000), 'stale <1m ●38 ryzetop example.com');
	assert.equal(at(61_000), 'stale 1m ●38 ryzetop example.com');
	assert.equal(at(119_000), at(61_000));
});

test('the title says that the picture is held, that nothing was answered, and that there is nothing to count', () => {
	const host = sanitize('example.com');
	const counts = {
		connected: 38, connecting: 0, disconnected: 0, loggedout: 0, other: 0, total: 38,
	};
	const none = {...counts, connected: 0, total: 0};
	const title = (told: Omit<Parameters<typeof describeTitle>[0], 'host'>) => describeTitle({...told, host}, unicodeSymbols);
	assert.equal(title({counts, heldFor: 3 * 60_000}), 'held 3m ●38 ryzetop example.com');
	assert.equal(title({
		counts, heldFor: 3 * 60_000, staleFor: 60_000, isFailing: true,
	}), 'held 3m stale 1m ●38 ryzetop example.com');
	assert.equal(title({counts: undefined, isFailing: true}), 'no answer ryzetop example.com');
	assert.equal(title({counts: undefined}), 'ryzetop example.com');
	assert.equal(title({counts: none}), 'no instances ryzetop example.com');
});
