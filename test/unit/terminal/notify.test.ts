import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {notify, ringBell} from '../../../source/terminal/notify.js';
import {anyText} from '../../helpers/any-text.js';

function notified(env: Readonly<Record<string, string>>, title = 'ryzetop', body = 'sales-04: logged out'): string {
	let text = '';
	notify(more => {
		text += more;
	}, env, sanitize(title), sanitize(body));
	return text;
}

test('the bell is one character', () => {
	let text = '';
	ringBell(more => {
		text += more;
	});
	assert.equal(text, '\u{7}');
});

test('terminals that take title and body apart get them so', () => {
	for (const env of [{TERM: 'rxvt-unicode-256color'}, {TERM: 'foot-extra'}, {TERM: 'xterm-ghostty'}, {TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, {TERM: 'xterm-256color', VTE_VERSION: '7600'}]) {
		assert.equal(notified(env), '\u{1B}]777;notify;ryzetop;sales-04: logged out\u{7}', JSON.stringify(env));
	}
});

test('all others get one sentence', () => {
	for (const env of [{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, {TERM: 'xterm-kitty'}, {TERM: 'xterm-256color', WT_SESSION: '1'}, {TERM: 'xterm-256color'}]) {
		assert.equal(notified(env), '\u{1B}]9;ryzetop: sales-04: logged out\u{7}', JSON.stringify(env));
	}
});

test('a multiplexer, which lets no notification through, rings', () => {
	for (const env of [{TERM: 'tmux-256color', TMUX: '/tmp/tmux-0/default,1,0'}, {TERM: 'screen', STY: '1.pts-0.host'}, {TERM: 'screen-256color'}]) {
		assert.equal(notified(env), '\u{7}', JSON.stringify(env));
	}
});

test('where the variable of a multiplexer may be inherited, the bell rings and the terminal is told', () => {
	for (const env of [{TMUX: '/tmp/tmux-0/default,1,0'}, {STY: '1.pts-0.host'}]) {
		assert.equal(notified({TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', ...env}), '\u{7}\u{1B}]9;ryzetop: sales-04: logged out\u{7}');
		assert.equal(notified({TERM: 'xterm-ghostty', ...env}), '\u{7}\u{1B}]777;notify;ryzetop;sales-04: logged out\u{7}');
		assert.equal(notified({TERM: 'screen-256color', TERM_PROGRAM: 'vscode', ...env}), '\u{7}');
	}
});

test('a terminal that would print it is told nothing', () => {
	assert.equal(notified({TERM: 'dumb'}), '');
	assert.equal(notified({TERM: 'linux'}), '');
});

test('no words can break out of a notification, or into another parameter', () => {
	const wordsIn = (text: string, before: string) => {
		assert.ok(text.startsWith(before) && text.endsWith('\u{7}'));
		return text.slice(before.length, -1);
	};

	fc.assert(fc.property(anyText(), anyText(), (title, body) => {
		assert.match(wordsIn(notified({TERM: 'foot'}, title, body), '\u{1B}]777;notify;'), /^[^\p{Control};]*;[^\p{Control};]*$/v);
		assert.match(wordsIn(notified({TERM: 'xterm-kitty'}, title, body), '\u{1B}]9;'), /^[^\p{Control};]*$/v);
	}));
	assert.equal(notified({TERM: 'xterm-256color'}, '4;3', 'a;b'), '\u{1B}]9;4,3: a,b\u{7}');
});
