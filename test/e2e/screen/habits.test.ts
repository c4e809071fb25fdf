import assert from 'node:assert/strict';
import test from 'node:test';
import {isLive, watchSimulator} from '../watched.js';

/** What people of other programs press, what they see here, and the keys that lead back to the grid. */
const habits: ReadonlyArray<readonly [keys: readonly string[], sees: RegExp, back?: readonly string[]]> = [
	// Of htop.
	[['F1'], /SIGNS/v, ['q']],
	[['F3'], /F3 does nothing here · \/ filters/v],
	[['F4'], /\n \/ .*40 of 40/v, ['Ctrl+c']],
	[['F5'], /F5 does nothing here · r refreshes/v],
	[['F6'], /sort by\n/v, ['Ctrl+c']],
	[['F7'], /F7 does nothing here · \? help/v],
	[['F9'], /F9: no instance is ended from here · Enter opens the detail/v],
	[['M'], /M does nothing here · s opens the menu of sorts/v],
	[['I'], /I does nothing here · S reverses the order/v],
	[['u'], /u does nothing here · a shows one account alone · \/ filters/v],
	[['F2'], /no room|not shown/v, ['Ctrl+c']],
	[['h'], /h does nothing here · \? tells all keys/v],
	[['Space'], /is acknowledged until its state changes/v],
	[['End'], / 40\/40$/mv, ['g']],
	// Of k9s.
	[['/', 'x', 'Ctrl+c'], / 1\/40$/mv],
	[['Ctrl+f'], / (?!1\/)\d+\/40$/mv],
	[['Ctrl+b'], / 1\/40$/mv],
	[['d'], /d: no instance is ended from here/v],
	[['Ctrl+k'], /Ctrl\+K: no instance/v],
	[['Ctrl+r'], /Ctrl\+R does nothing here · r refreshes/v],
	[['Enter'], /Webhook/v, ['Backspace']],
	[['G'], / 40\/40$/mv, ['g']],
	[['x'], /x reveals secrets: in the detail \(Enter\)/v],
	// Of lazygit.
	[['R'], /R does nothing here · r refreshes/v],
	[['o'], /o does nothing here · Enter opens the detail/v],
	[['n'], /n goes to the next match: in the detail \(Enter\)/v],
	[['?'], /SIGNS/v, ['?']],
	[['Enter', ']', '['], / 1\/40$/mv, ['Backspace']],
	// Of btop.
	[['f'], /f does nothing here · \/ filters/v],
	[['+'], /polling every 2s/v, ['-']],
	[['k', 'j', 'k'], / 1\/40$/mv],
];

test('what people of htop, k9s, lazygit and btop reach for is there, or answered', async () => {
	await using watched = await watchSimulator({scenario: 'busy', isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	assert.ok(habits.length >= 30);
	for (const [keys, sees, back = []] of habits) {
		screen.press(...keys);
		// eslint-disable-next-line no-await-in-loop -- one habit after the other
		await screen.waitFor(() => sees.test(screen.text()), `what ${keys.join(' ')} does`);
		screen.press(...back);
	}
});
