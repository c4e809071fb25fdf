import {fetchOnce} from '../polling/fetch-once.js';
import type {ListSettings} from '../config/settings/list.js';
import {asciiSymbols, unicodeSymbols} from '../core/screen/symbols.js';
import type {ExitCode} from '../process/exit-code.js';
import {writeCsv} from '../output/csv.js';
import {describeFailure} from '../output/describe-failure.js';
import {writeJson, writeNdjson} from '../output/json.js';
import {
	describeMissing,
	findMissing,
	listFleet,
	type Listing,
} from '../output/listing.js';
import {writePrometheus} from '../output/prometheus.js';
import {arrangeTable, widthWithinRules, writeTable} from '../output/table.js';
import {isUtf8} from '../terminal/capabilities.js';
import {
	terminalWidth,
	writeResult,
	type CommandContext,
} from './context.js';

/** Runs `ryzetop list`, which writes the fleet once. */
export async function runList(settings: ListSettings, context: CommandContext): Promise<ExitCode> {
	const {names, filter, sort, isRevealed} = settings;
	const {
		watched, url, clock, signal, say, stdout,
	} = context;
	const result = await fetchOnce({
		watched, clock, signal, retryFor: 0,
	});
	if (result?.kind !== 'answer') {
		const reason = result === undefined ? 'It was stopped before there was an answer.' : describeFailure(result.trouble, result.at);
		await say(reason);
		return result?.trouble.kind === 'unauthorized' ? 4 : 3;
	}

	const {snapshot, fleet} = result;
	const listing = listFleet(fleet, {
		account: watched.account, url, filter, sort,
	});
	if (isRevealed && stdout.isTTY === true) {
		await say('Secrets stand on this screen now, and in what the terminal keeps of it.');
	}

	if (listing.rejected > 0) {
		await say(`${listing.rejected} of the answer's items could not be read and ${listing.rejected === 1 ? 'is' : 'are'} not listed.`);
	}

	const missing = findMissing(names, snapshot);
	for (const name of missing) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(`${describeMissing(name)}${snapshot.tokenKind === 'instance' ? ': the token is that of another one, which is listed' : ''}.`);
	}

	return writeResult(await write(listing, settings, context), missing.length === 0 ? 0 : 1, context);
}

async function write(listing: Listing, settings: ListSettings, context: CommandContext): Promise<string> {
	const isTerminal = context.stdout.isTTY === true;
	switch (settings.format) {
		case 'table': {
			return writeRows(listing, settings, context);
		}

		case 'json': {
			return writeJson(listing, settings);
		}

		case 'ndjson': {
			return writeNdjson(listing, settings);
		}

		case 'csv': {
			return writeCsv(listing, {...settings, isTerminal});
		}

		case 'prometheus': {
			return writePrometheus(listing, {isTerminal});
		}
	}
}

/** Writes the table, with or without rules. The library that draws the rules is loaded only for them. */
async function writeRows({rows}: Listing, settings: ListSettings, {stdout, environment}: CommandContext): Promise<string> {
	const {columns, hasRules, isAscii} = settings;
	const symbols = isAscii || !isUtf8(environment) ? asciiSymbols : unicodeSymbols;
	const width = terminalWidth(stdout);
	if (!hasRules) {
		return writeTable(rows, {columns, symbols, width});
	}

	const {writeRuled} = await import('../tui/print/write-ruled.js');
	return writeRuled(arrangeTable(rows, {columns, symbols, width: widthWithinRules(width, columns.length)}));
}
