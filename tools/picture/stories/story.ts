import type {palettes} from '../palette.js';
import type {ServedInstance} from './served-account.js';

/** The colours of a terminal, in which a picture is drawn. */
export type Theme = keyof typeof palettes;

/** A picture of the documents, and the run of ryzetop from which it is taken. */
export type Story = {
	/** The name of the picture's files in the folder `docs/pictures`, without the theme. */
	readonly name: string;
	/** The title over the picture in `docs/screens.md`. */
	readonly title: string;
	/** A sentence under that title: what the screen answers. */
	readonly answers: string;
	/** What a person hears who does not see the picture. */
	readonly alt: string;
	/** The arguments of ryzetop, beside `--demo`. */
	readonly programArguments: readonly string[];
	/** The instances of the account that is shown instead of the demo's, where the demo has none such. */
	readonly serves?: readonly ServedInstance[];
	/** How many accounts are shown; one if it is not said. */
	readonly accounts?: number;
	readonly columns: number;
	readonly rows: number;
	/** The moment of the picture, counted from the start: a multiple of the interval. */
	readonly momentSeconds: number;
	/** The names of the keys that are pressed in that moment. */
	readonly keys: readonly string[];
	/** A part of the screen's text that must be there when the picture is taken. */
	readonly shows: RegExp;
};

/** The themes that each picture is drawn in: a page shows the one that its reader's colours ask for. */
export const themes: readonly Theme[] = ['dark', 'light'];

/** The time at which every story begins. Any fixed time would do. */
export const storyStart = Date.UTC(2026, 2, 10, 14, 0, 0);

/** The interval between polls, which is the program's default. The fake clock advances by it. */
export const intervalSeconds = 5;

/** The port that the screen shows instead of the free port on which the simulator listens. */
export const shownPort = 8080;
