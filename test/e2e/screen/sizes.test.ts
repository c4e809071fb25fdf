import assert from 'node:assert/strict';
import test from 'node:test';
import {isLive, selectedLine, watchSimulator} from '../watched.js';

test('every size draws, and the selection survives all of them', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', columns: 120, rows: 40, isStill: true,
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('j', 'j', 'j');
	await screen.waitFor(() => screen.lines().at(-1)?.endsWith('4/40') ?? false, 'the fourth row');
	const name = selectedLine(screen)?.slice(2).split(/\s{2,}/v, 2)[1] ?? '';
	for (const [columns, rows] of [
		[1, 1],
		[2, 1],
		[1, 50],
		[500, 1],
		[39, 7],
		[40, 8],
		[60, 12],
		[80, 20],
		[139, 30],
		[140, 30],
		[200, 50],
		[500, 200],
		[80, 24],
	] as const) {
		screen.resize(columns, rows);
		// eslint-disable-next-line no-await-in-loop -- One size after the other.
		await screen.waitFor(() => screen.lines().length === rows && screen.lines().some(line => line !== ''), `something at ${columns}x${rows}`);
		// eslint-disable-next-line no-await-in-loop -- One size after the other.
		await screen.settle(80);
	}

	await screen.waitFor(() => selectedLine(screen)?.includes(` ${name} `) ?? false, 'the selection');
	assert.ok(screen.lines().at(-1)?.endsWith('4/40'));
});

test('a screen too small for a grid tells the counts', async () => {
	await using watched = await watchSimulator({columns: 30, rows: 2});
	const {screen} = watched;
	await screen.waitFor(() => screen.lines()[0]?.includes('●') ?? false, 'the counts');
	assert.match(screen.lines()[0] ?? '', /●\d+ +\d+/v);
	assert.match(screen.lines()[1] ?? '', /^live/v);
});

test('at 80 columns state, name, number, since and do are in sight; at 60 state, name and do', async () => {
	await using watched = await watchSimulator({scenario: 'busy', columns: 80, rows: 20});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	assert.match(screen.lines()[2] ?? '', /STATE ↓ +NAME +NUMBER +SINCE +DO\b/v);
	screen.resize(60, 20);
	await screen.waitFor(() => /STATE ↓ +NAME .*DO\b/v.test(screen.lines()[2] ?? '') && !screen.text().includes('NUMBER'), 'the narrow grid');
	screen.resize(40, 20);
	await screen.waitFor(() => /^ {2}↓ {2}NAME .*DO\b/v.test(screen.lines()[2] ?? '') && !screen.text().includes('STATE'), 'glyph and name');
	assert.match(screen.lines()[3] ?? '', /^▌ \S {2}\S/v);
});

test('after the first frame nothing is erased, and a poll that changes nothing writes next to nothing', async () => {
	await using watched = await watchSimulator({
		scenario: 'single', columns: 200, rows: 50, isStill: true,
	});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	// The detail, which opens by itself, tells seconds; a pane beside the grid does so too.
	screen.press('q', 'q');
	await screen.waitFor(() => screen.text().includes('STATE') && !screen.text().includes('1 Connection'), 'the grid alone');
	const polls = simulator.requests();
	await screen.waitFor(() => simulator.requests() > polls + 1, 'two more polls');
	const from = screen.byteCount();
	const seen = simulator.requests();
	await screen.waitFor(() => simulator.requests() >= seen + 3, 'three polls that change nothing');
	const written = screen.bytes(from);
	for (const parameter of ['', '0', '2', '3']) {
		assert.ok(!written.includes(`\u{1B}[${parameter}J`), 'no erase of screen or below');
	}

	// Each frame ends with the end of synchronized output; where the stretch begins and ends among them is chance.
	const frames = written.split('\u{1B}[?2026l').length - 1;
	assert.ok(frames <= 4, `${frames} frames for three polls`);
	// 60 bytes a second at an interval of two; a frame that is caught half may count whole.
	assert.ok(written.length < 120 * (frames + 1), `${written.length} bytes in ${frames} frames`);
});
