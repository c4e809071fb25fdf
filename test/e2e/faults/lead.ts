import assert from 'node:assert/strict';
import {isDeepStrictEqual} from 'node:util';
import type {Fault} from '../../../source/simulator/faults/fault.js';
import type {FaultId} from '../../../source/simulator/faults/faults.js';
import type {Screen} from '../../helpers/screen.js';
import {walkViews} from './walk-views.js';
import {healthOf, isLive, type Monitored} from './monitored.js';

/** A fault that can be begun and ended while a monitor runs. */
export type Trial = Pick<Fault, 'id' | 'summary' | 'expected'> & {
	readonly begin: () => void | Promise<void>;
	readonly end: () => void | Promise<void>;
};

/** The longest time for a fault to show, in milliseconds: enough for a body that never ends, on a busy machine. */
const patience = 20_000;

/** The longest time for a key, in milliseconds; after it a person would think the program dead. */
const keyPatience = 3000;

/** A trial of one fault of the monitor's simulator. */
export function trialOf({simulator}: Monitored, {id, ...fault}: Pick<Fault, 'summary' | 'expected'> & {readonly id: FaultId}): Trial {
	return {
		...fault, id, end: simulator.endFault, begin() {
			simulator.beginFault(id);
		},
	};
}

/**
Leads a monitor through a fault and out of it again. The process lives, a key moves the selection, the last good picture stays and is
marked, the trouble is named, and the next try that the policy allows is live again. Gives the words that were seen.
*/
export async function lead(monitored: Monitored, {id, expected, begin, end}: Trial): Promise<string> {
	const {screen} = monitored;
	let seen: string;
	try {
		await begin();
		seen = await (expected.kind === 'trouble' ? findTrouble(monitored, expected.words, id) : findLive(monitored, expected.shows, id));
		await moveSelection(screen);
		if (expected.kind === 'live') {
			// A fault that leaves the monitor live must not break any view.
			await walkViews(screen);
		}

		assert.ok(screen.isRunning(), 'the process lives');
	} finally {
		await end();
		await recover(monitored, id, expected);
	}

	return seen;
}

/** The next try that the policy allows must be enough. */
async function recover({screen, simulator}: Monitored, id: string, expected: Fault['expected']): Promise<void> {
	const asked = simulator.requests();
	if (healthOf(screen).startsWith(' token refused')) {
		// It says so itself: mend the token, then press r.
		screen.press('r');
	}

	// A monitor that was live all the time has drawn the first good answer once the second is asked for.
	await screen.waitFor(() => isLive(screen) && simulator.requests() >= asked + (expected.kind === 'live' ? 2 : 0), `live after ${id}`, patience);
	// One poll may have been under way.
	const polls = simulator.requests() - asked;
	assert.ok(polls <= 2, `it was live only after ${polls} requests`);
}

async function findTrouble({screen, simulator}: Monitored, words: RegExp, id: string): Promise<string> {
	const names = simulator.world.instances().map(({name}) => name).toSorted();
	await screen.waitFor(() => words.test(healthOf(screen)), `${id} in words: ${String(words)}`, patience);
	const health = healthOf(screen);
	assert.match(health, / stale \d/v);
	assert.match(health, / (?:trying…|next try in \d)/v);
	// The header is at the top of a frame, the rows come after it.
	await screen.waitFor(() => areDim(screen) && isDeepStrictEqual(rowsOf(screen).toSorted(), names), 'the rows of the last good answer, marked as stale', keyPatience);
	return health.trim().split(/\s{3,}/v, 1)[0] ?? '';
}

async function findLive({screen, simulator}: Monitored, shows: RegExp, id: string): Promise<string> {
	const asked = simulator.requests();
	await screen.waitFor(() => simulator.requests() >= asked + 2 && isLive(screen) && shows.test(screen.text()), `${id} on the screen: ${String(shows)}`, patience);
	return `live: ${screen.lines().find(line => shows.test(line))?.trim().replaceAll(/\s{2,}/gv, ' ').slice(0, 60) ?? ''}`;
}

/** The names in the grid. */
function rowsOf(screen: Screen): readonly string[] {
	return screen.lines().slice(3, -1).filter(line => line !== '').map(line => line.slice(2).split(/\s{2,}/v, 2)[1] ?? '');
}

function areDim(screen: Screen): boolean {
	return screen.lines().every((line, row) => row < 3 || row >= screen.lines().length - 1 || line === '' || screen.cells(row).slice(0, 30).every(({foreground, inverse, char}) => foreground !== 'default' || inverse || char.trim() === ''));
}

async function moveSelection(screen: Screen): Promise<void> {
	const before = selectedRow(screen);
	assert.notEqual(before, -1, 'a row is selected');
	const isLast = (screen.lines()[before + 1] ?? '') === '' || before === screen.lines().length - 2;
	screen.press(isLast ? 'k' : 'j');
	await screen.waitFor(() => ![before, -1].includes(selectedRow(screen)), 'the selection to move', keyPatience);
}

function selectedRow(screen: Screen): number {
	return screen.lines().findIndex(line => line.startsWith('▌'));
}
