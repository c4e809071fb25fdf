const words: ReadonlySet<string> = new Set(['--version', '-V', '--help', '-h', 'help', 'completion']);

/** Whether a command line may be one that is answered at once: short, with a word that asks. What it says is for others to read. */
export function isQuestion(argv: readonly string[]): boolean {
	return argv.length <= 2 && argv.some(argument => words.has(argument));
}
