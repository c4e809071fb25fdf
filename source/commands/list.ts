import {fetchAll} from '../polling/fetch-all.js';
import {lookOnce, withLooks} from '../polling/look-once.js';
import type {ListSettings} from '../config/settings/list.js';
import {columnsFor} from '../core/columns/choose.js';
import {toAscii} from '../core/text/portable/to-ascii.js';
import {asciiSymbols, unicodeSymbols} from '../core/screen/symbols.js';
import {requiresShares, requiresStrips} from '../core/view/requires-shares.js';
import type {ExitCode} from '../process/exit-code.js';
import {runInSlices} from '../process/run-in-slices.js';
import type {Format} from '../output/format.js';
import {findFormat, formats} from '../output/formats.js';
import {
	describeDoubt,
	describeMissing,
	listFleet,
	type ListedSource,
	type Listing,
} from '../output/listing.js';
import {isAsciiOnly} from '../terminal/capabilities.js';
import {
	askedAccounts,
	describeAsked,
	findAbsent,
	isAnswered,
	isTokenRefused,
	nameAccount,
	type AskedAccount,
} from './accounts/asked-accounts.js';
import {
	terminalWidth,
	writeResult,
	type CommandContext,
} from './context.js';

/** Runs `ryzetop list`, which writes the fleet once. */
export async function runList(settings: ListSettings, context: CommandContext): Promise<ExitCode> {
	const {filter, sort, isRevealed, hasHealth} = settings;
	const {accounts, memory, clock, signal, say, stdout} = context;
	const {needsShares, takes} = formatOf(settings);
	const columns = columnsFor(takes.includes('columns') ? settings.columns : [], accounts.length);
	const [fetched, looks] = await Promise.all([
		fetchAll({
			accounts,
			memory,
			areSharesWanted: needsShares || requiresShares({columns, sort, filters: [filter]}),
			areStripsWanted: requiresStrips(columns),
			clock,
			signal,
			retryFor: 0,
		}),
		// The other formats tell nothing of servers.
		hasHealth && takes.includes('health') ? lookOnce(accounts, clock, signal) : new Map(),
	]);
	if (fetched === undefined) {
		await say('It was stopped before there was an answer.');
		return stopped;
	}

	const asked = askedAccounts(accounts, fetched);
	const failed = asked.filter(account => !isAnswered(account));
	const troubles = asked.map(account => describeAsked(account, accounts.length > 1)).filter(words => words !== undefined);
	if (failed.length === asked.length) {
		await sayAll(troubles, say);
		return failed.every(account => isTokenRefused(account)) ? 4 : 3;
	}

	const listing = await runInSlices(listFleet(withLooks(fetched.fleet, looks), {asked, filter, sort}), signal);
	if (listing === undefined) {
		return stopped;
	}

	if (isRevealed && stdout.isTTY === true) {
		await say('Secrets stand on this screen now, and in what the terminal keeps of it.');
	}

	const missing = findAbsent(asked);
	await sayAll([
		...troubles,
		...listing.sources.flatMap(source => describeUnreadable(source, accounts.length > 1)),
		...listing.doubts.map(doubt => describeDoubt(doubt)),
		...missing.map(name => `${describeMissing(name)}${isInstanceToken(asked) ? ': the token is that of another one, which is listed' : ''}.`),
	], say);
	const text = await write(listing, settings, context);
	return text === undefined ? stopped : writeResult(text, failed.length > 0 ? 3 : (missing.length === 0 ? 0 : 1), context);
}

function describeUnreadable({name, rejected}: ListedSource, isOneOfSeveral: boolean): readonly string[] {
	return rejected === 0
		? []
		: [`${nameAccount(name, isOneOfSeveral)}${rejected} of the answer's items could not be read and ${rejected === 1 ? 'is' : 'are'} not listed.`];
}

/** Whether the only account was asked with the token of one instance. */
function isInstanceToken([account, ...others]: readonly AskedAccount[]): boolean {
	return others.length === 0 && account?.result.kind === 'answer' && account.result.snapshot.tokenKind === 'instance';
}

async function sayAll(lines: readonly string[], say: CommandContext['say']): Promise<void> {
	for (const line of lines) {
		// eslint-disable-next-line no-await-in-loop -- lines keep their order
		await say(line);
	}
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
