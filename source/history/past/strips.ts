import type {StripCell} from '../../core/fleet/past/strip.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import {openFleetReport} from '../../core/report/fleet-report.js';
import {frameOf} from '../../core/report/report-frame.js';
import type {Tables} from '../tables.js';
import {kindOfNumber} from '../words.js';
import {readChanges, readInstances} from './read-lines.js';

/** The strip until now: its length in milliseconds, and its cells. */
export type StripsOptions = {readonly now: number; readonly window: number; readonly cells: number};

/** The strips of instances by their ids. */
type Strips = ReadonlyMap<string, readonly StripCell[]>;

/** Instances in a slice. */
const perSlice = 100;

/**
The strips of all instances of an account by their ids, as far as the list had them. What is after the last look was not seen.

@yields Nothing.
*/
export function * stripsOf(tables: Tables, account: number, {now, window, cells}: StripsOptions): Slices<Strips> {
	const from = now - window;
	const frame = frameOf({
		// What happened now is in the strip.
		asked: {from, to: now + 1}, lastLook: now, watches: tables.watchesSince(account, from), falls: [], isWithoutFalls: false, cells,
	});
	const strips = new Map<string, readonly StripCell[]>();
	if (frame === undefined) {
		return strips;
	}

	const instances = yield * readInstances(tables, account);
	yield;
	const reports = openFleetReport(frame);
	yield * readChanges(tables, account, {from, to: now}, line => {
		reports.take({...line, was: kindOfNumber(line.was), became: kindOfNumber(line.became)});
	});
	yield;
	yield * takeInSlices(instances, perSlice, ({id, uid, state, since}) => {
		const found = reports.finish(id, {kind: kindOfNumber(state), since});
		if (found !== undefined) {
			strips.set(uid, found.strip);
		}
	});
	return strips;
}
