import {createClockTime, type LocalTime} from '../../core/text/clock-time.js';

/** Writes a time to the minute: in the system's time zone with its offset, or in UTC. */
export type Stamp = (at: number) => string;

const minute = 60_000;

/** Makes the writer of local times: `2026-10-01 00:00 -03:00`. */
export function localStamp(localTime: (at: number) => LocalTime): Stamp {
	const {stamp} = createClockTime(localTime);
	return at => `${stamp(at).slice(0, -':ss'.length)} ${offsetAt(localTime, at)}`;
}

/** Writes a time in UTC: `2026-10-01 00:00 UTC`. */
export function utcStamp(at: number): string {
	return `${new Date(at).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')} UTC`;
}

function offsetAt(localTime: (at: number) => LocalTime, at: number): string {
	const local = localTime(at);
	const shown = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
	const offset = Math.round((shown - at) / minute);
	const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map(part => String(part).padStart(2, '0'));
	return `${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
