/** A part of the moving picture: keys at a moment of the story, and for how long the screen after them is shown. */
export type Shot = {
	/** Counted from the start: a multiple of the interval, and not before that of the shot before. */
	readonly momentSeconds: number;
	readonly keys: readonly string[];
	/** A part of the screen's text that must be there when the screen is taken. */
	readonly shows: RegExp;
	readonly seconds: number;
};

/** The run of ryzetop's demo that is drawn. */
export const movingRun = {
	programArguments: ['--scenario', 'outage'],
	columns: 110,
	rows: 24,
} as const;

/** The name of the picture, and what a person hears who does not see it. */
export const moving = {
	name: 'story',
	alt: 'A run of the demo: 44 instances are connected, 34 of them fall within 15 seconds, a filter finds the one to pair, its detail and the timeline tell more, and they come back',
} as const;

/** The shot that a viewer sees who wants no movement. */
export const stillShot = 4;

/** The story: calm, the fall, what fell is looked for, one of it, the last day, and the recovery. */
export const shots: readonly Shot[] = [
	{
		momentSeconds: 5, keys: [], shows: /● 44 connected/v, seconds: 2.5,
	},
	{
		momentSeconds: 10, keys: [], shows: /1\/44$/v, seconds: 1,
	},
	{
		momentSeconds: 15, keys: [], shows: / of 44 fell /v, seconds: 1,
	},
	{
		momentSeconds: 20, keys: [], shows: /34 of 44 fell/v, seconds: 1,
	},
	{
		momentSeconds: 30, keys: [], shows: /34 of 44 fell .* through proxy/v, seconds: 3.5,
	},
	{
		momentSeconds: 30, keys: ['/'], shows: /\n \/ .*44 of 44$/v, seconds: 0.6,
	},
	// What is half typed is complained of; nobody who types reads that, but who watches would.
	{
		momentSeconds: 30, keys: [...'do:pair'], shows: /\n \/do:pair /v, seconds: 1.2,
	},
	{
		momentSeconds: 30, keys: ['Enter'], shows: /filter do:pair/v, seconds: 1.5,
	},
	{
		momentSeconds: 30, keys: ['Enter'], shows: /Number JID/v, seconds: 4,
	},
	{
		momentSeconds: 30, keys: ['q', 'Esc'], shows: /1\/44$/v, seconds: 0.5,
	},
	{
		momentSeconds: 30, keys: ['t'], shows: /down at once/v, seconds: 4,
	},
	{
		momentSeconds: 30, keys: ['<', '<'], shows: /\[1h\]/v, seconds: 3,
	},
	{
		momentSeconds: 115, keys: ['q'], shows: / back /v, seconds: 1.2,
	},
	...[125, 135, 145, 155].map((momentSeconds): Shot => ({
		momentSeconds, keys: [], shows: /1\/44$/v, seconds: 1.2,
	})),
	{
		momentSeconds: 170, keys: [], shows: /● 43 connected/v, seconds: 3,
	},
];
