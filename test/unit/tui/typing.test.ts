import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings} from '../../../source/core/keymap/bindings.js';
import {describePasteAt} from '../../../source/core/keymap/describe.js';
import {drawMonitor} from './drawn-monitor.js';

const fleet = ['shop-1', 'shop-2', 'shop-3'].map(name => ({name, state: 'connected'}));

test('what is typed at once runs its commands until one opens the prompt, which takes the rest as text', async t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const {painted} = await monitor.does(() => {
		monitor.streams.type('j/abq \u{1B}[Dx');
	});
	assert.ok(painted.some(line => line.startsWith(' /abqx')), painted.join('\n'));
	assert.deepEqual(monitor.left(), []);
});

test('a paste does nothing outside a prompt, which a notice says, and is one line of text in it', async t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const outside = await monitor.does(() => {
		monitor.streams.type('\u{1B}[200~q\u{3}jG/\u{1B}[201~');
	});
	assert.deepEqual([outside.frames, monitor.left(), monitor.selected()], [1, [], 'shop-1']);
	assert.ok(outside.painted.some(line => line.startsWith(' pasted text does nothing here; / opens a prompt  ')), outside.painted.join('\n'));
	const inside = await monitor.does(() => {
		monitor.streams.type('/');
		monitor.streams.type('\u{1B}[200~a\r\nb\u{3}\u{1B}[201~');
	});
	assert.ok(inside.painted.some(line => line.startsWith(' /a b␃')), inside.painted.join('\n'));
});

test('where no key opens a prompt, none is told to a person who pastes', () => {
	assert.equal(describePasteAt('prompt', bindings), 'pasted text does nothing here');
	assert.equal(describePasteAt('help', bindings), 'pasted text does nothing here; / opens a prompt');
});

test('the prompt says when its text is as long as it can be', async t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const told = async (text: string) => {
		const {painted} = await monitor.does(() => {
			monitor.streams.type(text);
		});
		return painted.some(line => line.includes('full: 500 characters'));
	};

	assert.deepEqual([await told(`/${'x'.repeat(499)}`), await told('x')], [false, true]);
});

test('a key that does nothing says so once at a place, and of many at once the first alone', async t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const told = async (text: string) => {
		const {notice: before} = monitor.state().view;
		await monitor.does(() => {
			monitor.streams.type(text);
		});
		const {notice} = monitor.state().view;
		return notice === before ? undefined : notice?.text.split(' ', 1)[0];
	};

	assert.deepEqual([await told('z'), await told('z'), await told('j'), await told('z')], ['z', undefined, undefined, undefined]);
	// At another place, and at this one again, it is told anew.
	assert.deepEqual([await told('e'), await told('z'), await told('e'), await told('z')], [undefined, 'z', undefined, 'z']);
	assert.deepEqual([await told('ziMw'), await told('w')], [undefined, undefined]);
	// In a prompt it is text, or silent.
	assert.deepEqual([await told('/'), await told('Z'), await told('\u{1B}[15~'), monitor.state().view.filter.text], [undefined, undefined, undefined, 'Z']);
});
