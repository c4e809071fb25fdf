import {escapeJson} from '../core/json/escape.js';
import type {Row} from '../core/fleet/row.js';
import {wireJson} from '../core/json/wire.js';
import type {Listing} from './listing.js';

/** Grows when a field changes its meaning or goes; not when one is added. */
const version = 1;

/** Whether secrets are given as they came. */
export type SecretOptions = {readonly isRevealed: boolean};

/** The listing as one JSON document, an instance a line, so that tools that go by lines have something to hold on to. */
export function writeJson({at, url, tokenKind, rejected, rows}: Listing, {isRevealed}: SecretOptions): string {
	const head = escapeJson(JSON.stringify({version, at: new Date(at).toISOString(), source: {url, token: tokenKind, unreadable: rejected}}));
	const instances = rows.map(row => writeInstance(row, isRevealed));
	return `${head.slice(0, -1)},"instances":[${instances.length === 0 ? '' : `\n${instances.join(',\n')}\n`}]}\n`;
}

/** The listing as lines of JSON, one for each instance. */
export function writeNdjson({rows}: Listing, {isRevealed}: SecretOptions): string {
	return rows.map(row => `${writeInstance(row, isRevealed)}\n`).join('');
}

/** An instance as it came, with what the program makes of it under a name of its own, which no field of the API has. */
function writeInstance({tracked: {instance}, action, facts}: Row, isRevealed: boolean): string {
	return wireJson(instance.wire, isRevealed, {ryzetop: {state: instance.state.kind, do: action, odd: facts.odd.map(({words}) => words)}});
}
