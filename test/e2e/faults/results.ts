import process from 'node:process';

/** The result of leading a monitor through one fault. */
export type Result = {
	readonly id: string;
	readonly isSurvived: boolean;
	/** The words on the screen, or why it was not survived. */
	readonly seen: string;
};

/** Runs a trial and notes its result; a failure is thrown on. */
export async function noting(id: string, results: Result[], run: () => Promise<string>): Promise<void> {
	try {
		results.push({id, isSurvived: true, seen: await run()});
	} catch (error) {
		results.push({id, isSurvived: false, seen: String(error).split('\n', 1)[0] ?? ''});
		throw error;
	}
}

/** Prints a table for people: fault, result, words seen. */
export function printResults(title: string, results: readonly Result[]): void {
	const width = Math.max(...results.map(({id}) => id.length));
	const lines = results.map(({id, isSurvived, seen}) => `${id.padEnd(width)}  ${isSurvived ? 'survived' : 'FAILED  '}  ${seen}`);
	process.stdout.write(`\n${title}: ${results.filter(({isSurvived}) => isSurvived).length} of ${results.length} survived\n${lines.join('\n')}\n`);
}
