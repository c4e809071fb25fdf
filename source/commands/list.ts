import {fetchOnce} from '../polling/fetch-once.js';
import type {ListSettings} from '../config/settings/list.js';
import {toAscii} from '../core/text/portable/to-ascii.js';
import {asciiSymbols, unicodeSymbols} from '../core/screen/symbols.js';
import {requiresShares, requiresStrips} from '../core/view/requires-shares.js';
import type {ExitCode} from '../process/exit-code.js';
import {runInSlices} from '../process/run-in-slices.js';
import {describeFailure} from '../output/describe-failure.js';
import type {Format} from '../output/format.js';
import {findFormat, formats} from '../output/formats.js';
import {
	describeDoubt,
	describeMissing,
	findMissing,
	listFleet,
	type Listing,
} from '../output/listing.js';
import {isAsciiOnly} from '../terminal/capabilities.js';
import {
	terminalWidth,
	writeResult,
	type CommandContext,
} from './context.js';

/** Runs `ryzetop list`, which writes the fleet once. */
export async function runList(settings: ListSettings, context: CommandContext): Promise<ExitCode> {
	const {names, filter, sort, isRevealed, columns} = settings;
	const {
		watched, memory, url, accountName, clock, signal, say, stdout,
	} = context;
	const {needsShares, takes} = formatOf(settings);
	const shown = takes.includes('columns') ? columns : [];
	const result = await fetchOnce({
		watched,
		memory,
		areSharesWanted: needsShares || requiresShares({columns: shown, sort, filters: [filter]}),
		areStripsWanted: requiresStrips(shown),
		clock,
		signal,
		retryFor: 0,
	});
	if (result?.kind !== 'answer') {
		const reason = result === undefined ? 'It was stopped before there was an answer.' : describeFailure(result.trouble, result.at);
		await say(reason);
		return result?.trouble.kind === 'unauthorized' ? 4 : 3;
	}

	const {snapshot, fleet, trouble, at} = result;
	const listing = await runInSlices(listFleet(fleet, {
		account: watched.account, accountName, url, filter, sort,
	}), signal);
	if (listing === undefined) {
		return stopped;
	}

	if (isRevealed && stdout.isTTY === true) {
		await say('Secrets stand on this screen now, and in what the terminal keeps of it.');
	}

	if (trouble !== undefined) {
		await say(describeFailure(trouble, at));
	}

	if (listing.rejected > 0) {
		await say(`${listing.rejected} of the answer's items could not be read and ${listing.rejected === 1 ? 'is' : 'are'} not listed.`);
	}

	for (const doubt of listing.doubts) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(describeDoubt(doubt));
	}

	const missing = findMissing(names, snapshot);
	for (const name of missing) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(`${describeMissing(name)}${snapshot.tokenKind === 'instance' ? ': the token is that of another one, which is listed' : ''}.`);
	}

	const text = await write(listing, settings, context);
	return text === undefined ? stopped : writeResult(text, missing.length === 0 ? 0 : 1, context);
}

/** The format of the settings: the parser of the option takes no other. */
function formatOf({format}: Pick<ListSettings, 'format'>): Format {
	return findFormat(format) ?? formats.table;
}

/** Of a command that a signal has stopped, whose own code is the exit code then. */
const stopped = 3;

/** Writes the listing in the format of the settings; `undefined` where a signal has stopped it. */
async function write(listing: Listing, settings: ListSettings, context: CommandContext): Promise<string | undefined> {
	const {stdout, environment, signal, encode} = context;
	const {columns, hasRules, isRevealed, isAscii} = settings;
	const {load, texts} = formatOf(settings);
	const writeListing = await load();
	const text = await runInSlices(writeListing(listing, {
		columns,
		hasRules,
		isRevealed,
		symbols: isAscii || isAsciiOnly(stdout, environment) ? asciiSymbols : unicodeSymbols,
		isTerminal: stdout.isTTY === true,
		width: terminalWidth(stdout),
		async drawRules(table) {
			const {writeRuled} = await import('../tui/print/write-ruled.js');
			return writeRuled(table);
		},
	}), signal);
	// The other formats are for programs, which read UTF-8.
	const encodeAll = isAscii ? toAscii : encode;
	return text !== undefined && texts === 'safe' ? encodeAll(text) : text;
}
