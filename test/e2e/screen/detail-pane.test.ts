import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import test from 'node:test';
import type {Screen} from '../../helpers/screen.js';
import {isLive, selectedLine, watchSimulator} from '../watched.js';

const footer = (screen: Screen) => screen.lines().at(-1) ?? '';

/** The line that the cursor of the detail stands on, from the detail's left edge. */
const cursorLine = (screen: Screen, left = 0) => screen.lines().slice(5, -1).map(line => line.slice(left + 17)).find(line => /^.?▌ /v.test(line))?.replace(/^.?▌ +/v, '') ?? '';

/** The texts that were copied through the terminal, newest last. */
const copiedTexts = (screen: Screen) => screen.bytes().matchAll(/\]52;c;(?<text>[\w+\/=]+)/gv).map(({groups}) => Buffer.from(groups?.text ?? '', 'base64').toString()).toArray();

test('the page is searched as one types, n and N walk the matches across its sections, Esc ends the search before the detail', async () => {
	await using watched = await watchSimulator({scenario: 'busy'});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter', '0', '/', 'e', 'n', 'a', 'b', 'l');
	await screen.waitFor(() => cursorLine(screen).startsWith('"enabled"') && /\d found/v.test(footer(screen)), 'the first match while typing');
	assert.ok(screen.lines().some((line, row) => screen.cells(row).some((cell, at) => cell.inverse && line.slice(at).startsWith('enabl'))), 'the match stands out');
	screen.press('Enter');
	await screen.waitFor(() => footer(screen).includes('match 6 of 10 found'), 'the number of matches');
	screen.press('n', 'n');
	await screen.waitFor(() => footer(screen).includes('match 8 of 10'), 'the third of the JSON');
	screen.press('N', 'N', 'N');
	await screen.waitFor(() => footer(screen).includes('match 5 of 10') && cursorLine(screen).startsWith('Enabled'), 'back to the section before the JSON');
	screen.press('Esc');
	await screen.waitFor(() => !footer(screen).includes('found') && screen.text().includes('0 JSON') && screen.text().includes('S3'), 'no search, but still the detail');
	screen.press('Esc');
	await screen.waitFor(() => selectedLine(screen) !== undefined, 'the grid');
});

test('y copies the field and Y its path; what is masked is refused until it is shown, and never told', async () => {
	await using watched = await watchSimulator({scenario: 'calm', rows: 40});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter', 'y', 'Y');
	await screen.waitFor(() => footer(screen).includes('copied the path: connection.state'), 'the path');
	assert.deepEqual(copiedTexts(screen), ['connected', 'connection.state']);
	screen.press('/', 't', 'o', 'k', 'e', 'n', 'Enter', 'y');
	await screen.waitFor(() => footer(screen).includes('not copied: it is masked: x shows it first'), 'the refusal');
	const name = screen.lines()[2]?.trim().split(/\s+/v, 2)[1] ?? '';
	const token = simulator.instanceToken(name) ?? '';
	screen.press('x', 'y');
	await screen.waitFor(() => footer(screen).includes('copied Token') && /secrets shown for 1[1-5]s/v.test(screen.text()), 'the notice and the countdown');
	assert.ok(!footer(screen).includes(token));
	assert.equal(copiedTexts(screen).at(-1), token);
	await screen.waitFor(() => /secrets shown for (?:10|\d)s/v.test(screen.text()), 'the countdown going down');
	screen.press('x');
	await screen.waitFor(() => !screen.text().includes('secrets shown') && !screen.text().includes(token), 'the mask');
});

test('beside the grid the pane follows the selection; Enter and Tab give it the keys, q and Backspace give them back', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', columns: 160, rows: 40, isStill: true,
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const paneTitle = () => screen.lines()[2]?.split('│', 2)[1]?.trim() ?? '';
	const gridSelection = () => screen.lines().slice(3, -1).find(line => line.startsWith('▌')) ?? '';
	const isGridInverse = () => screen.cells(screen.lines().findIndex(line => line.startsWith('▌'))).at(5)?.inverse ?? false;
	const nameOf = (line: string) => line.slice(2).split(/\s{2,}/v, 2)[1] ?? '';
	screen.press('Enter', '4', 'q');
	await screen.waitFor(() => screen.text().includes('▌4 Webhook') && isGridInverse(), 'the grid has the keys, the pane is still there');
	screen.press('j', 'j');
	await screen.waitFor(() => footer(screen).endsWith(' 3/40'), 'the third row');
	assert.ok(paneTitle().includes(nameOf(gridSelection())), 'the pane shows the selected instance');
	screen.press('Tab');
	await screen.waitFor(() => !isGridInverse(), 'the pane has the keys');
	screen.press('j', '6');
	await screen.waitFor(() => screen.cells(10).some(({inverse}) => inverse), 'Chatwoot is open');
	assert.match(footer(screen), /q back .* 3\/40$/v);
	screen.press('Backspace', 'G');
	await screen.waitFor(() => footer(screen).endsWith(' 40/40'), 'the grid\'s own keys');
	screen.press('q');
	await screen.waitFor(() => !screen.text().includes('6 Chatwoot') && screen.isRunning(), 'the pane is closed');
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
});

test('an instance that vanishes while its detail is open stays readable, marked gone', async () => {
	await using watched = await watchSimulator({rows: 30});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter', '2');
	await screen.waitFor(() => screen.text().includes('1 Connection'), 'the detail');
	const name = screen.lines()[2]?.trim().split(/\s+/v, 2)[1] ?? '';
	simulator.world.remove(name);
	await screen.waitFor(() => screen.lines()[2]?.includes(`${name}  gone from the list`) ?? false, 'the mark');
	assert.match(screen.text(), /Picture URL/v);
});

test('a field that changes says for a while what it was', async () => {
	await using watched = await watchSimulator({rows: 30});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => screen.text().includes('1 Connection'), 'the detail');
	const name = screen.lines()[2]?.trim().split(/\s+/v, 2)[1] ?? '';
	simulator.world.set(name, {state: 'disconnected'});
	await screen.waitFor(() => /was: connected · \ds ago/v.test(screen.text()), 'the former state');
});

test('on a narrow screen a line names the open section and the one in trouble', async () => {
	await using watched = await watchSimulator({columns: 40, rows: 20, scenario: 'busy'});
	const {screen} = watched;
	await screen.waitFor(() => screen.lines()[1]?.includes('live') ?? false, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => screen.lines()[5]?.startsWith('1 Connection') ?? false, 'the first section');
	for (const title of ['Profile', 'Settings', 'Webhook', 'WebSocket', 'Chatwoot', 'Proxy', 'S3', 'History', 'JSON']) {
		screen.press('Tab');
		// eslint-disable-next-line no-await-in-loop -- One section after the other is the walk.
		await screen.waitFor(() => screen.lines()[5]?.includes(title) ?? false, title);
		assert.match(screen.lines()[5] ?? '', /^1 Connection! .*\w/v, 'the section in trouble is named in the line too');
	}
});
