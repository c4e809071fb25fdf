import type {MemoryOptions} from '../../config/settings/memory.js';
import type {ReportSettings} from '../../config/settings/report.js';
import {createMatcher} from '../../core/filter/match.js';
import {rememberedRow} from '../../core/filter/remembered-row.js';
import {accountId, type AccountId} from '../../core/instance/instance.js';
import type {Slices} from '../../core/polling/slices.js';
import type {AccountReport} from '../../core/report/account-report.js';
import {toAscii} from '../../core/text/portable/to-ascii.js';
import {sanitize} from '../../core/text/sanitize.js';
import {nameAccounts, type NamedAccount} from '../../history/past/name-accounts.js';
import {readReport, type ReportOptions} from '../../history/past/read-report.js';
import type {Database} from '../../history/sqlite.js';
import {openTables, type Tables} from '../../history/tables.js';
import {describeGaps} from '../../output/report/notes.js';
import {isReportFormat, reportFormats, type ReportFormatName} from '../../output/report/formats.js';
import type {Report} from '../../output/report/report.js';
import {placeOf} from '../../polling/memory/open-rememberings.js';
import type {ExitCode} from '../../process/exit-code.js';
import {runInSlices} from '../../process/run-in-slices.js';
import {localTime} from '../../process/time/local-time.js';
import {terminalWidth, writeResult, type MemoryContext} from '../context.js';
import {readMemory} from './read-memory.js';
import {spanOfReport, type ReportSpan} from './report-span.js';

type Settings = ReportSettings & Pick<MemoryOptions, 'source'>;

/** The code of a command that a signal has stopped, whose own code is the exit code then. */
const stopped = 3;

/** Runs `ryzetop report`, which tells for how much of the time each instance was connected. That there is nothing to tell is no failure. */
export async function runReport(settings: Settings, context: MemoryContext): Promise<ExitCode> {
	const {say, now} = context;
	// The parser of the option takes no other format.
	const format = isReportFormat(settings.format) ? settings.format : 'table';
	const span = spanOfReport(settings, {now, localTime});
	if (span.asked.from >= span.asked.to) {
		await say('--from: It has to be before --to.');
		return 2;
	}

	return readMemory(context, {
		absent: async () => writeReport([], span, {...settings, format}, context),
		async open(database) {
			const accounts = await readAccounts(database, span, {...settings, format}, context);
			return accounts === undefined ? stopped : writeReport(accounts, span, {...settings, format}, context);
		},
	});
}

/** Reads all accounts, or those at the place that was named; `undefined` where a signal has stopped it. */
async function readAccounts(
	database: Database,
	span: ReportSpan,
	{source, filter, isWithoutMass, format}: Settings & {readonly format: ReportFormatName},
	{signal, say, now}: MemoryContext,
): Promise<readonly AccountReport[] | undefined> {
	const tables = openTables(database);
	const wanted = source.urls?.map(url => placeOf(url));
	const all = nameAccounts(tables.accounts());
	const chosen = all.filter(({place}) => wanted?.includes(place) ?? true);
	if (chosen.length === 0) {
		await say(all.length === 0
			? 'The memory is empty: nobody has watched yet.'
			: `The memory has nothing of that deployment. It has ${[...new Set(all.map(({place}) => sanitize(place)))].join(', ')}.`);
	}

	const isMatch = createMatcher();
	const gone = {kind: 'other', text: sanitize('')} as const;
	const matcherOf = (account: AccountId): ReportOptions['isWanted'] => ({uid, name, state, since}) => filter.terms.length === 0
		|| isMatch(filter, rememberedRow({
			uid, account, name, state: tables.words.stateOf(state), since,
		}, now, gone), now);
	const found = await runInSlices(readAll(database, tables, chosen, {
		...span, matcherOf, isWithoutFalls: isWithoutMass, cells: reportFormats[format].cells,
	}), signal);
	// An account that nobody has looked at yet has nothing to tell beside others.
	const seen = found?.filter(({recorded}) => recorded !== undefined);
	return seen?.length === 0 ? found : seen;
}

/**
Reads accounts as the record is at one moment, though another process may write meanwhile.

@yields Nothing.
*/
function * readAll(
	database: Database,
	tables: Tables,
	accounts: readonly NamedAccount[],
	{matcherOf, ...options}: Omit<ReportOptions, 'isWanted'> & {readonly matcherOf: (account: AccountId) => ReportOptions['isWanted']},
): Slices<readonly AccountReport[]> {
	const found: AccountReport[] = [];
	database.exec('begin');
	for (const {id, name} of accounts) {
		found.push(yield * readReport(tables, {account: id, place: name}, {...options, isWanted: matcherOf(accountId(name))}));
	}

	database.exec('commit');
	return found;
}

async function writeReport(
	accounts: readonly AccountReport[],
	{asked}: ReportSpan,
	{format, filter, filterText, isAscii}: Settings & {readonly format: ReportFormatName},
	context: MemoryContext,
): Promise<ExitCode> {
	const {stdout, signal, encode, now, say} = context;
	const {load, texts} = reportFormats[format];
	const report: Report = {
		asked, madeAt: now, filter: filter.terms.length === 0 ? '' : filterText, accounts,
	};
	// Of the formats CSV alone has no place for it.
	for (const account of format === 'csv' ? accounts : []) {
		for (const sentence of describeGaps(account, report, {localTime})) {
			// eslint-disable-next-line no-await-in-loop -- lines keep their order
			await say(`${sanitize(account.place)}: ${sentence}`);
		}
	}

	const write = await load();
	const text = await runInSlices(write(report, {localTime, isTerminal: stdout.isTTY === true, width: terminalWidth(stdout)}), signal);
	// The other formats are read as UTF-8.
	const encodeAll = texts === 'safe' ? (isAscii ? toAscii : encode) : (whole: string) => whole;
	return text === undefined ? stopped : writeResult(encodeAll(text), 0, context);
}
