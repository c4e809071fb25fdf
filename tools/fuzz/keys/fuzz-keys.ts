import type {Kind} from '../kind.js';
import {describeChunk, makeChunk, type Chunk} from './make-chunk.js';
import {startMonitor} from './monitor.js';

/** The chunks after which a program is looked at. Its first one is looked at alone. */
const batch = 100;

/** The chunks that one program gets. The next one gets a new terminal, which keeps all that was written. */
const life = 2000;

/** The longest that is looked for the chunk that fails, in milliseconds. */
const longestSearch = 120_000;

/** Chunks of input: keys, answers of terminals, pastes, and parts of them. What they may do is known, see `allowedCommands`. */
export const keys: Kind = {
	noun: 'chunks of keys',
	shared: life,
	async start(say) {
		let monitor = await startMonitor();
		let unseen: Chunk[] = [];
		let sent = 0;
		let [programs, ran, memory] = [1, 0, 0];

		/** Ends a program that fails, and finds out why. */
		const fail = async (error: unknown) => {
			say(String(error));
			await monitor.close();
			return findCulprit(unseen, error, say);
		};

		const look = async () => {
			try {
				await monitor.check();
			} catch (error) {
				throw await fail(error);
			}

			memory = Math.max(memory, monitor.memory());
			unseen = [];
		};

		return {
			async run(random) {
				const chunk = makeChunk(random);
				unseen.push(chunk);
				try {
					await monitor.send(chunk);
				} catch (error) {
					throw await fail(error);
				}

				if (sent % batch === 0) {
					await look();
				}

				sent++;
				if (sent % life !== 0) {
					return;
				}

				await look();
				ran += monitor.ran();
				await monitor.close();
				monitor = await startMonitor();
				programs++;
			},
			describe: () => `${programs} programs ran ${ran + monitor.ran()} commands, and took at most ${memory.toFixed(0)} MB`,
			async close() {
				await monitor.close();
			},
		};
	},
};

/** Gives each of the chunks to a program of its own, and tells the first that fails there; all of them if none does in time. */
async function findCulprit(chunks: readonly Chunk[], error: unknown, say: (line: string) => void): Promise<Error> {
	say(`Trying each of the last ${chunks.length} chunks alone, for at most ${longestSearch / 1000} s.`);
	const end = performance.now() + longestSearch;
	for (const [index, chunk] of chunks.entries()) {
		if (performance.now() > end) {
			return new Error(`${String(error)}\nNone of the first ${index} fails alone; together: ${describeAll(chunks)}`);
		}

		// eslint-disable-next-line no-await-in-loop -- one program after the other
		const monitor = await startMonitor();
		try {
			// eslint-disable-next-line no-await-in-loop -- one program after the other
			await monitor.send(chunk);
			// eslint-disable-next-line no-await-in-loop -- one program after the other
			await monitor.check();
		} catch (error_) {
			return new Error(`The chunk ${describeChunk(chunk)} fails alone: ${String(error_)}`, {cause: error_});
		} finally {
			// eslint-disable-next-line no-await-in-loop -- one program after the other
			await monitor.close();
		}
	}

	return new Error(`${String(error)}\nNone fails alone; together: ${describeAll(chunks)}`);
}

function describeAll(chunks: readonly Chunk[]): string {
	return chunks.map(chunk => describeChunk(chunk)).join('\n');
}
