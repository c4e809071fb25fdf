import {escapeJson} from '../../core/json/escape.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import {mapInSlices, type Slices} from '../../core/polling/slices.js';
import type {AccountReport} from '../../core/report/account-report.js';
import {fallEnd} from '../../core/report/fleet-fall.js';
import {recordOfFigures} from './record.js';
import type {Report} from './report.js';

/** Version of the document. It grows when a field changes its meaning or is removed, not when a field is added. */
const version = 1;

/** Rows in a slice. */
const perSlice = 100;

/**
Writes a report as one JSON document with each instance on a line of its own. All times are in ISO 8601; what is not known is `null`.

@yields Nothing.
*/
export function * writeJson({asked, madeAt, filter, accounts}: Report, _options: unknown): Slices<string> {
	const head = write({
		version, at: iso(madeAt), ...span(asked), filter,
	});
	const parts: string[] = [];
	for (const account of accounts) {
		parts.push(yield * writeAccount(account));
	}

	return `${head.slice(0, -1)},"accounts":[${parts.join(',')}]}\n`;
}

function * writeAccount(account: AccountReport): Slices<string> {
	const {place, window, recorded, isByDays, isWithoutFalls, watched, unwatched, falls, rows, total} = account;
	const head = write({
		account: place,
		from: window && iso(window.from),
		to: window && iso(window.to),
		remembered: recorded && span(recorded),
		daysOnly: isByDays,
		withoutMass: isWithoutFalls,
		watchedSeconds: Math.floor(watched / 1000),
		unwatched: isByDays ? undefined : unwatched.map(time => span(time)),
		fleetOutages: falls.map(fall => ({
			from: iso(fall.began),
			until: iso(fall.until),
			to: fall.ended === undefined ? undefined : iso(fallEnd(fall)),
			fallen: fall.fallen,
			listed: fall.listed,
		})),
		fleet: window && {instances: total.instances, ...withoutState(recordOfFigures(total))},
	});
	const lines = yield * mapInSlices(rows, perSlice, row => write({
		id: row.id === '' ? undefined : row.id, name: row.name, ...recordOfFigures(row),
	}));
	return `\n${head.slice(0, -1)},"instances":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}`;
}

/** Writes what is not known as `null`, so that all lines have the same fields. */
function write(fields: Readonly<Record<string, unknown>>): string {
	return escapeJson(JSON.stringify(fields, (_, value: unknown) => value ?? null));
}

/** All instances together have no state. */
function withoutState({state: _, ...others}: ReturnType<typeof recordOfFigures>) {
	return others;
}

function span({from, to}: Run): {readonly from: string; readonly to: string} {
	return {from: iso(from), to: iso(to)};
}

function iso(at: number): string {
	return new Date(at).toISOString();
}
