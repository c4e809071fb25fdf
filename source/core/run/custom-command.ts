import type {SafeText} from '../text/sanitize.js';

/** Where a command of one's own can be run. `shown` is in the grid, once, with all instances that are shown. */
export const commandPlaces = ['grid', 'detail', 'events', 'shown'] as const;
type CommandPlace = (typeof commandPlaces)[number];

/** What becomes of what a command prints: nothing, its first line as a notice, a page, or it has the terminal meanwhile. */
export const commandOutputs = ['none', 'notice', 'page', 'terminal'] as const;
export type CommandOutput = (typeof commandOutputs)[number];

/** Values of an instance that can be arguments. */
export const placeholders = ['name', 'id', 'number', 'account', 'url'] as const;
export type Placeholder = (typeof placeholders)[number];

/** A program of one's own, as the config file names it. No shell reads its arguments. */
export type CustomCommand = {
	readonly name: SafeText;
	readonly where: CommandPlace;
	/** The program and its arguments. An argument such as `{name}` stands for a value of the instance. */
	readonly run: readonly [program: string, ...argv: string[]];
	/** Whether a person is asked first. */
	readonly isAsked: boolean;
	readonly output: CommandOutput;
};

/** The value that an argument stands for; `undefined` for one that stands for itself. */
export function placeholderOf(argument: string): Placeholder | undefined {
	return placeholders.find(name => argument === `{${name}}`);
}
