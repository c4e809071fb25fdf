/** A picture of the documents, and the run of ryzetop's demo from which it is taken. */
export type Story = {
	/** The picture's name in the folder `docs/pictures`. */
	readonly file: string;
	/** The arguments of ryzetop, beside `--demo`. */
	readonly programArguments: readonly string[];
	readonly columns: number;
	readonly rows: number;
	/** The moment of the picture, counted from the start: a multiple of the interval. */
	readonly momentSeconds: number;
	/** The names of the keys that are pressed in that moment. */
	readonly keys: readonly string[];
	/** A part of the screen's text that must be there when the picture is taken. */
	readonly shows: RegExp;
};

/** The time at which every story begins. Any fixed time would do. */
export const storyStart = Date.UTC(2026, 2, 10, 14, 0, 0);

/** The interval between polls, which is the program's default. The fake clock advances by it. */
export const intervalSeconds = 5;

/** The port that the screen shows instead of the free port on which the simulator listens. */
export const shownPort = 8080;

/** The keyword of the screen's description in the metadata of each picture. */
export const screenKeyword = 'Screen';

/** Find the file of a story's picture. */
export function pictureFile({file}: Pick<Story, 'file'>): URL {
	return new URL(`../../docs/pictures/${file}`, import.meta.url);
}

// A fleet whose first rows show every state after five minutes, in characters that the font has.
const fleet = ['--scenario', 'busy', '--instances', '60', '--seed', '8'];

/** The stories of all pictures that `npm run pictures` makes. */
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
		shows: / of 44 fell \d\d:\d\d:\d\d–/v,
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
