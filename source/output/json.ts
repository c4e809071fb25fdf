import {escapeJson} from '../core/json/escape.js';
import {countFlaps} from '../core/fleet/flapping.js';
import {roundedRatio} from '../core/fleet/past/share.js';
import {shareNames} from '../core/fleet/past/shares.js';
import type {Row} from '../core/fleet/row.js';
import {wireJson} from '../core/json/wire.js';
import {recordOf} from '../core/text/record-of.js';
import {mapInSlices, type Slices} from '../core/polling/slices.js';
import {describeUnknown, type Server} from '../core/polling/server.js';
import {describeTrouble} from '../core/polling/trouble.js';
import type {ListedSource, Listing} from './listing.js';

/** Version of the document. It grows when a field changes its meaning or is removed, not when a field is added. */
const version = 2;

export type SecretOptions = {
	/** Whether secrets are written as they came, not masked. */
	readonly isRevealed: boolean;
};

/** Number of instances that are written in a slice. */
const perSlice = 20;

/**
Writes the listing as one JSON document with each instance on a line of its own, for tools that work line by line.

@yields Nothing.
*/
export function * writeJson(listing: Listing, {isRevealed}: SecretOptions): Slices<string> {
	const {at, rows} = listing;
	const sources = listing.sources.map(source => describeSource(source));
	const head = escapeJson(JSON.stringify({version, at: new Date(at).toISOString(), sources}));
	const instances = yield * mapInSlices(rows, perSlice, createWriter(listing, isRevealed));
	return `${head.slice(0, -1)},"instances":[${instances.length === 0 ? '' : `\n${instances.join(',\n')}\n`}]}\n`;
}

/** Writes the listing as lines of JSON, one for each instance. */
export function * writeNdjson(listing: Listing, {isRevealed}: SecretOptions): Slices<string> {
	const write = createWriter(listing, isRevealed);
	return (yield * mapInSlices(listing.rows, perSlice, row => `${write(row)}\n`)).join('');
}

/**
An account as it answered. `health` is `live`, or the trouble as the monitor calls it, which `error` says in words; `at` is `null` where it
gave no answer. `server` is what its server reports of itself, and `null` where it was not asked.
*/
function describeSource({
	account, host, url, at, trouble, tokenKind, rejected, server,
}: ListedSource): Readonly<Record<string, unknown>> {
	const words = trouble && describeTrouble(trouble);
	return {
		name: account,
		host,
		url,
		health: words?.health ?? 'live',
		error: words?.what ?? null,
		at: at === undefined ? null : new Date(at).toISOString(),
		token: tokenKind,
		unreadable: rejected,
		server: server === undefined ? null : describeServer(server),
	};
}

/**
A server by its own report. `health` is `ok` or `degraded`, `other` for a word that is not documented, which is in `word`, and `unknown`, of
which `error` says why; `failing` names the checks that are not well. The uptime is in seconds.
*/
function describeServer({report, at}: Server): Readonly<Record<string, unknown>> {
	const isKnown = report.kind !== 'unknown';
	return {
		health: report.kind,
		word: report.kind === 'other' ? report.word : null,
		failing: isKnown ? report.failing : [],
		uptime: isKnown && report.uptime !== undefined ? report.uptime / 1000 : null,
		at: new Date(at).toISOString(),
		error: isKnown ? null : describeUnknown(report.reason),
	};
}

/** Makes what writes the instances, each with what is known of its account. */
function createWriter({at, sources}: Listing, isRevealed: boolean): (row: Row) => string {
	const byAccount = new Map(sources.map(source => [source.account, source]));
	return row => {
		const source = byAccount.get(row.tracked.instance.account);
		return writeInstance(row, {at: source?.at ?? at, isRemembered: source?.isRemembered === true}, isRevealed);
	};
}

/**
Writes an instance as it came. The values that this program computes are in the field `ryzetop`, a name that the API does not use. Those
that are not known are `null`: how often it changed where nothing is remembered, and a share of which too little was seen.
*/
function writeInstance(row: Row, {at, isRemembered}: {readonly at: number; readonly isRemembered: boolean}, isRevealed: boolean): string {
	const {tracked: {instance, history}, action, facts, since, era, shares, why} = row;
	const computed = {
		account: instance.account,
		state: instance.state.kind,
		do: action,
		why: why === '' ? null : why,
		odd: facts.odd.map(({words}) => words),
		since: new Date(since.at).toISOString(),
		sinceBound: since.bound,
		flaps: isRemembered ? countFlaps(history, {now: at, era}) : null,
		...recordOf(shareNames, name => (shares && roundedRatio(shares[name])) ?? null),
	};
	return wireJson(instance.wire, isRevealed, {ryzetop: computed});
}
