import {escapeJson} from '../../core/json/escape.js';
import type {ToldEvent} from '../../core/fleet/memory/tell-events.js';
import type {EventWriteOptions, EventWriter} from './format.js';
import {eventFields, isoOf, recordOf} from './record.js';

/** Version of the document. It grows when a field changes its meaning or is removed, not when a field is added. */
const version = 1;

/** Writes the events as one JSON document with each event on a line of its own. */
export function openJson({now, from, to, places}: EventWriteOptions): EventWriter {
	let isFirst = true;
	return {
		begin() {
			const head = escapeJson(JSON.stringify({
				version, at: isoOf(now), from: from === undefined ? null : isoOf(from), to: to === undefined ? null : isoOf(to), accounts: places,
			}));
			return `${head.slice(0, -1)},"events":[`;
		},
		write(told) {
			const before = isFirst ? '\n' : ',\n';
			isFirst = false;
			return before + writeRecord(told);
		},
		end: () => isFirst ? ']}\n' : '\n]}\n',
	};
}

/** Writes the events as lines of JSON. */
export function openNdjson(): EventWriter {
	return {begin: () => '', write: told => `${writeRecord(told)}\n`, end: () => ''};
}

/** Writes a record with all its fields; what the event does not have is `null`. */
function writeRecord(told: ToldEvent): string {
	const record = recordOf(told);
	return escapeJson(`{${eventFields.map(name => `"${name}":${JSON.stringify(record[name] ?? null)}`).join(',')}}`);
}
