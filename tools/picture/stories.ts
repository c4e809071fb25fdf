/** A picture of the README, and the story it is taken from. */
export type Story = {
	/** In the folder `docs/pictures`. */
	readonly file: string;
	/** What ryzetop is started with, beside `--demo`. */
	readonly programArguments: readonly string[];
	readonly columns: number;
	readonly rows: number;
	/** When the picture is taken, counted from the start: a multiple of the interval. */
	readonly momentSeconds: number;
	/** Pressed in that moment, by name. */
	readonly keys: readonly string[];
	/** What must be on the screen then, or the story has become another one. */
	readonly shows: RegExp;
};

/** When every story begins: any time would do, but never another. */
export const startOfStories = Date.UTC(2026, 2, 10, 14, 0, 0);

/** The program's own default. Time goes on from poll to poll. */
export const intervalSeconds = 5;

/** What stands in the place of the simulator's free port. */
export const shownPort = 8080;

/** In the metadata of each picture, what it shows in words. */
export const screenKeyword = 'Screen';

/** Where the picture of a story is kept. */
export function pictureFile({file}: Pick<Story, 'file'>): URL {
	return new URL(`../../docs/pictures/${file}`, import.meta.url);
}

// A fleet in which, after five minutes, every state is in sight and no character that the font lacks.
const fleet = ['--scenario', 'busy', '--instances', '60', '--seed', '8'];

/** All pictures that `npm run pictures` makes. */
export const stories: readonly Story[] = [
	{
		file: 'fleet.png',
		programArguments: fleet,
		columns: 120,
		rows: 30,
		momentSeconds: 300,
		keys: ['j', 'j', 'j'],
		shows: /4\/60$/v,
	},
	{
		file: 'outage.png',
		programArguments: ['--scenario', 'outage'],
		columns: 80,
		rows: 20,
		momentSeconds: 90,
		keys: [],
		shows: /fell within \d+s: server or network\?/v,
	},
	{
		file: 'filter.png',
		programArguments: fleet,
		columns: 100,
		rows: 13,
		momentSeconds: 300,
		keys: ['/', ...'do:pair,reconnect -sales'].map(key => key === ' ' ? 'Space' : key),
		shows: /\/do:pair,reconnect -sales +\d+ of 60$/v,
	},
	{
		file: 'detail.png',
		programArguments: fleet,
		columns: 160,
		rows: 30,
		momentSeconds: 300,
		keys: ['j', 'j', 'j', 'Enter'],
		shows: /Token +•{8}/v,
	},
	{
		file: 'events.png',
		programArguments: ['--scenario', 'outage'],
		columns: 100,
		rows: 20,
		momentSeconds: 110,
		keys: ['e'],
		shows: /connected → disconnected/v,
	},
];
