import type {Kind} from '../kind.js';
import {describeChunk, makeChunk, type Chunk} from './make-chunk.js';
import {startMonitor} from './monitor.js';

/** The chunks after which a program is looked at. Its first one is looked at alone. */
const batch = 100;

/** The chunks that one program gets. The next one gets a new terminal, which keeps all that was written. */
const life = 2000;

/** Chunks of input: keys, answers of terminals, pastes, and parts of them. What they may do is known, see `allowedCommands`. */
export const keys: Kind = {
	noun: 'chunks of keys',
	async start() {
		let monitor = await startMonitor();
		let unseen: Chunk[] = [];
		let sent = 0;
		let [programs, ran, memory] = [1, 0, 0];

		const look = async () => {
			try {
				await monitor.check();
			} catch (error) {
				throw await findCulprit(unseen, error);
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
					throw await findCulprit(unseen, error);
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

/** Gives each of the chunks to a program of its own, and tells the first that fails there; all of them if none does. */
async function findCulprit(chunks: readonly Chunk[], error: unknown): Promise<Error> {
	for (const chunk of chunks) {
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

	return new Error(`${String(error)}\nNone fails alone; together: ${chunks.map(chunk => describeChunk(chunk)).join('\n')}`);
}
