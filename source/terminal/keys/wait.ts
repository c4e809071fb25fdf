/** How long to wait for the rest of what has begun, in milliseconds. Another wait is another object. */
export type Wait = {readonly milliseconds: number};

/**
The rule of a wait: how long it takes, and how many characters have to come meanwhile so that there is another one. It begins with what is
waited for, and not anew with each character: keys pressed without a pause must not be taken for ever.
*/
type Rule = {
	readonly milliseconds: number;
	readonly least: number;
};

/** TABLE of the waits, in the order of how sure it is that no person presses keys. */
export const rules = {
	/** An ESC alone is the key. tcell, on which k9s and lazygit are built, waits as long for what may follow. */
	escape: {milliseconds: 50, least: Infinity},
	/** What may be keys, such as Alt and a character that begins a control string. A key held down gives fewer characters in that time. */
	doubtful: {milliseconds: 50, least: 4},
	/** A control sequence. Its last character ends it, so that a person loses one key at most to one that was cut off. */
	sequence: {milliseconds: 1000, least: 1},
	/** A control string that is an answer. Fewer characters than a key held down gives mean that it was cut off. */
	answer: {milliseconds: 3000, least: 100},
	/** A paste, over a line that may be slow or stop for a while. */
	paste: {milliseconds: 5000, least: 200},
	/** The rest of what was cut off, as on a line that stopped for a while. Nobody is held up meanwhile. */
	broken: {milliseconds: 10_000, least: Infinity},
	/** What follows the end of a paste, which may be in its text. Nobody types as fast as this goes on. */
	tail: {milliseconds: 30, least: 16},
} as const satisfies Readonly<Record<string, Rule>>;

/** Counts what comes while something is waited for. */
export type Waiting = {
	readonly wait: () => Wait;
	readonly came: (characters: number) => void;
	/** Called when the time is over. Returns whether there is another wait. */
	readonly goesOn: () => boolean;
};

export function waitFor({milliseconds, least}: Rule): Waiting {
	let wait: Wait = {milliseconds};
	let count = 0;
	return {
		wait: () => wait,
		came(characters) {
			count += characters;
		},
		goesOn() {
			const isMore = count >= least;
			count = 0;
			wait = {milliseconds};
			return isMore;
		},
	};
}

/** Goes on with a wait, or begins one by another rule. */
export function waitOn(waiting: Waiting, rule: Rule): Waiting {
	return waiting.wait().milliseconds === rule.milliseconds ? waiting : waitFor(rule);
}
