import {describePrecisely} from '../../core/text/duration.js';
import {sanitize} from '../../core/text/sanitize.js';
import {readFacts, type MemoryFacts} from '../../history/file/facts.js';
import {findObstacle} from '../../history/file/find-obstacle.js';
import {faultWords} from '../../history/fault.js';
import {expectFault, openHistory} from '../../history/open.js';

/** Says that there is no memory, and what makes one. */
export function describeAbsence(file: string): string {
	return `There is no memory yet: ${file} is made by the monitor, by ryzetop watch and by ryzetop serve.`;
}

/** Describes the memory in a file for `ryzetop config`, without changing it: where it is, how large, since when, and who records in it. */
export async function describeMemory(file: string | undefined, now: number): Promise<string> {
	if (file === undefined) {
		return 'memory       off\n';
	}

	const shown = sanitize(file);
	const opened = await openHistory(file, true);
	if (opened.kind === 'absent') {
		const obstacle = await findObstacle(file);
		return `memory       ${shown} (there is none yet${obstacle === undefined ? '' : `; it ${obstacle}`})\n`;
	}

	if (opened.kind === 'none') {
		return `memory       ${shown} ${opened.words}\n`;
	}

	try {
		const obstacle = opened.isWritable ? await findObstacle(file) : faultWords['read-only'];
		const warning = obstacle === undefined ? '' : `, ${obstacle}`;
		return `memory       ${shown}, ${describeFacts(readFacts(opened.database, file), now, warning)}\n`;
	} catch (error) {
		return `memory       ${shown} ${faultWords[expectFault(error)]}\n`;
	} finally {
		opened.database.close();
	}
}

function describeFacts({bytes, since, accounts}: MemoryFacts, now: number, warning: string): string {
	const from = since === undefined ? 'nothing seen yet' : `since ${new Date(since).toISOString().slice(0, 10)}`;
	const lines = accounts.map(({place, instances, recorded}) => {
		// A holder is the machine, the process and its start.
		const [, id = ''] = recorded?.holder.split(' ') ?? [];
		const by = recorded === undefined
			? 'nobody records it'
			: `recorded by process ${sanitize(id)}, last ${describePrecisely(Math.max(0, now - recorded.beat))} ago`;
		return `\n             ${sanitize(place)}: ${instances} ${instances === 1 ? 'instance' : 'instances'}, ${by}`;
	});
	return `${(bytes / 1_048_576).toFixed(1)} MiB, ${from}${warning}${lines.join('')}`;
}
