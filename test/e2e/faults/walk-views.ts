import assert from 'node:assert/strict';
import type {Screen} from '../../helpers/screen.js';

/** The keys of the detail's sections, the JSON last. */
const sections = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** The longest time for a key, in milliseconds; after it a person would think the program dead. */
const patience = 3000;

/** Opens the detail of the first row, goes to every section of it and to the end of the page, then to the events; then the grid again. Each key must be answered. */
export async function walkViews(screen: Screen): Promise<void> {
	const press = async (key: string, isAnswered: () => boolean) => {
		screen.press(key);
		await screen.waitFor(isAnswered, `${key} to be answered`, patience);
	};

	const isInDetail = () => screen.text().includes(' 1 Connection');
	const isInGrid = () => screen.lines()[2]?.includes('STATE') ?? false;
	screen.press('g');
	await press('Enter', isInDetail);
	for (const key of sections) {
		screen.press(key, 'G');
	}

	// The JSON ends so, at the end of the page; every key before has been answered by then.
	await press('G', () => /▌ \}$/mv.test(screen.text()));
	await press('g', () => !(screen.lines()[2] ?? '').includes('↑'));
	await press('q', () => !isInDetail());
	await press('e', () => !isInGrid());
	await press('q', isInGrid);
	assert.ok(screen.isRunning(), 'the process lives');
}
