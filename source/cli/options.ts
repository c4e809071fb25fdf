import {stateKinds} from '../core/instance/instance.js';
import {seriesChoices} from '../core/metrics/metric.js';
import {paletteNames} from '../core/screen/palette-names.js';
import {
	day,
	hour,
	minute,
	second,
} from '../core/text/duration.js';
import {joinWords} from '../core/text/join-words.js';
import {isContinuedBy, parseTime} from '../core/text/time/given-time.js';
import {countedKinds, emptyStatuses} from '../output/check-options.js';
import {eventFormatNames} from '../output/events/formats.js';
import {formatNames, formatsTaking} from '../output/formats.js';
import {reportFormatNames} from '../output/report/formats.js';
import {
	commandWords,
	filterCommands,
	isMemoryCommand,
	memoryCommands,
	pollingFilterCommands,
	textCommands,
	type Command,
	type Option,
} from './option.js';
import {chooseColor} from './values/color.js';
import {parseColumns, parseSort, usualColumns} from './values/grid.js';
import {parseHostNames, parseListen} from './values/listen.js';
import {parseMonth} from './values/month.js';
import {
	durationIn,
	parseChoice,
	parseChoices,
	parseHistoryPath,
	parseLogPath,
	parseNames,
	wholeIn,
} from './values/parse.js';
import {parseThreshold} from './values/range.js';
import {parseState} from './values/state.js';
import {parseUrl} from './values/url.js';

const monitor = ['monitor'] as const;
const polling = ['monitor', ...textCommands, 'serve'] as const;
const repeating = ['monitor', 'watch', 'wait', 'serve'] as const;
const looking = ['monitor', 'list', 'watch', 'serve'] as const;
const listing = [...pollingFilterCommands, 'serve'] as const;
const serving = ['serve'] as const;
const grids = ['monitor', 'list'] as const;
const drawn = [...grids, ...memoryCommands] as const;
const placed = [...polling, ...memoryCommands] as const;
const simulated = [...polling, 'simulate'] as const;
const configured = [...simulated, ...memoryCommands, 'config'] as const;
const all = ['monitor', ...commandWords] as const;

/** What `--from` takes for every command that has it. */
const times = 'what happened from then on: 18:00, yesterday 18:00, Tue 18:40, 2026-10-01, 3d, 12h ago';

/**
Table of all options, each with the parser of its value. The command line takes no option that is not in it, and every option in it has an
effect: a test finds one that no command's code uses.
*/
export const options = {
	url: {
		kind: 'value', placeholder: 'URL', setting: 'url', environment: ['RYZE_URL', 'RYZE_BASE'], default: 'https://ryzeapi.cloud',
		commands: placed, source: 'account', help: `the deployment to ask; ${joinWords(memoryCommands, 'and')} tell of this one alone`,
		helpOf: command => isMemoryCommand(command) ? 'tell of this deployment alone' : 'the deployment to ask',
		parse: parseUrl,
	},
	'token-file': {
		kind: 'value', placeholder: 'FILE', setting: undefined, environment: ['RYZE_TOKEN_FILE', 'RYZE_ACCOUNT_TOKEN_FILE'], isFile: true, example: '~/.ryze-token',
		commands: polling, source: 'account',
		help: `read the token from a file, again if it is refused; - is standard input, for ${joinWords([...textCommands, 'serve'], 'and')}`,
		helpOf: command => `read the token from a file, again if it is refused${command === 'monitor' ? '' : '; - is standard input'}`,
	},
	instance: {
		kind: 'value', placeholder: 'A,B', setting: 'names', isList: true, example: 'sales,support', completes: 'names', commands: listing,
		help: 'ask the API for these only, by name; needs an account token',
		parse: parseNames, otherwise: (): readonly string[] => [],
	},
	interval: {
		kind: 'value', placeholder: 'TIME', setting: 'interval', default: '5s', commands: repeating,
		help: 'time between two polls, such as 5s or 1m; a number alone is seconds; 1s at least',
		// The API's shared budget is 100 calls a minute; polls rarer than one an hour are no monitoring.
		parse: durationIn(second, hour),
	},
	timeout: {
		kind: 'value', placeholder: 'TIME', setting: 'timeout', default: '15s', commands: polling,
		help: 'how long an answer may take; 1s at least',
		// Slow answers of half a minute have been seen; after ten minutes no answer is to be expected.
		parse: durationIn(second, 10 * minute),
	},
	health: {
		kind: 'switch', placeholder: '', setting: 'hasHealth', commands: looking,
		help: 'ask the server how it is, too: /health, without the token, each 30s at most; the one other request there is',
	},
	columns: {
		kind: 'value', placeholder: 'A,B', setting: 'columns', isDashed: true, isList: true, completes: 'columns', example: '+business,-presence',
		commands: grids,
		help: 'the columns to show; with + or - before each, changes to the usual ones',
		parse: (text, {command}) => parseColumns(text, usualColumns(command)),
		otherwise: ({command}) => usualColumns(command),
	},
	sort: {
		kind: 'value', placeholder: 'NAME', setting: 'sort', default: 'health', isDashed: true, completes: 'sorts',
		commands: grids,
		help: 'health (worst first) or a column; with - before it, turned round', parse: parseSort,
	},
	output: {
		kind: 'value', placeholder: 'FORMAT', setting: 'format', default: 'table', completes: [...new Set([...formatNames, ...reportFormatNames])],
		commands: ['list', ...memoryCommands],
		configures: ['list'],
		help: `${joinWords(formatNames, 'or')}; for events ${joinWords(eventFormatNames, 'or')}; for report ${joinWords(reportFormatNames, 'or')}`,
		helpOf: command => joinWords(formatNamesOf(command), 'or'),
		parse: (text, {command}) => parseChoice(text, formatNamesOf(command)),
	},
	from: {
		kind: 'value', placeholder: 'TIME', setting: 'from', isConfigurable: false, commands: memoryCommands,
		help: `${times}, for events also last (the last visit); a day alone is its beginning`,
		helpOf: command => `${times}${command === 'events' ? ', last (the last visit)' : ''}; a day alone is its beginning`,
		parse: (text, {command}) => parseTime(text, {hasLast: command === 'events'}), isContinuedBy,
	},
	to: {
		kind: 'value', placeholder: 'TIME', setting: 'to', isConfigurable: false, commands: memoryCommands,
		help: 'what happened before then, in the same notation',
		parse: (text, {command}) => parseTime(text, {hasLast: command === 'events'}), isContinuedBy,
	},
	last: {
		kind: 'value', placeholder: 'TIME', setting: 'last', isConfigurable: false, commands: ['report'],
		help: 'report so long a time until now, such as 7d; 30d where neither this nor --month, --from or --to is given',
		// Days are kept for 400 of them.
		parse: durationIn(hour, 400 * day),
	},
	month: {
		kind: 'value', placeholder: 'MONTH', setting: 'month', isConfigurable: false, commands: ['report'],
		help: 'report a month by the local calendar, such as 2026-10', parse: parseMonth,
	},
	'without-mass': {
		kind: 'switch', placeholder: '', setting: 'isWithoutMass', isConfigurable: false, commands: ['report'],
		help: 'leave the time out in which the whole fleet was down, in the shares and the outages',
	},
	reverse: {
		kind: 'switch', placeholder: '', setting: 'isReversed', isConfigurable: false, commands: ['events'],
		help: 'the latest first',
	},
	rules: {
		kind: 'switch', placeholder: '', setting: 'hasRules', commands: ['list', 'serve'], configures: ['list'],
		help: 'of list: draw the table with rules around its cells; of serve: print alert rules for Prometheus, and end',
		helpOf: command => command === 'serve' ? 'print alert rules for Prometheus, and end' : 'draw the table with rules around its cells',
	},
	dashboard: {
		kind: 'switch', placeholder: '', setting: 'hasDashboard', isConfigurable: false, commands: serving,
		help: 'print a dashboard for Grafana, and end',
	},
	listen: {
		kind: 'value', placeholder: 'ADDRESS', setting: 'listen', default: '127.0.0.1:10977', commands: serving,
		help: 'the address and port to serve on; anyone who reaches another one than this machine\'s own can read the fleet; port 0 takes any free one',
		parse: parseListen,
	},
	'host-name': {
		kind: 'value', placeholder: 'A,B', setting: 'hostNames', isList: true, example: 'ryzetop.example.net', commands: serving,
		help: 'the host names it is asked by, beside addresses; other names are refused, as web pages could borrow them',
		parse: parseHostNames, otherwise: (): readonly string[] => [],
	},
	series: {
		kind: 'value', placeholder: 'WHICH', setting: 'series', default: 'all', completes: seriesChoices, commands: serving,
		help: 'the instances that have series of their own: all, those in trouble, or none; the counts are always there',
		parse: text => parseChoice(text, seriesChoices),
	},
	'metrics-personal': {
		kind: 'switch', placeholder: '', setting: 'isPersonal', commands: serving,
		help: 'tell telephone numbers and profile names in the metrics, too',
	},
	'show-secrets': {
		kind: 'switch', placeholder: '', setting: 'isRevealed', isConfigurable: false, commands: ['list'],
		help: `write tokens, passwords and keys as they came, in ${joinWords(formatsTaking('show-secrets'), 'and')}`,
	},
	initial: {
		kind: 'switch', placeholder: '', setting: 'hasInitial', commands: ['watch'],
		help: 'begin with a line for each instance as it is',
	},
	for: {
		kind: 'value', placeholder: 'STATE', setting: 'wanted', default: 'connected', completes: 'states', commands: ['wait'],
		help: `the state to wait for: ${stateKinds.join(', ')}, or the word of another one`,
		parse: parseState,
	},
	within: {
		kind: 'value', placeholder: 'TIME', setting: 'within', default: '2m', commands: ['wait'],
		help: 'how long it may take, such as 30s or 2m',
		// `ryzetop watch` is for waiting longer than a day.
		parse: durationIn(second, 24 * hour),
	},
	'allow-missing': {
		kind: 'switch', placeholder: '', setting: 'isAbsenceAllowed', commands: ['wait'],
		help: 'wait for an instance that does not exist yet, too',
	},
	count: {
		kind: 'value', placeholder: 'WHAT', setting: 'counted', default: 'action', completes: countedKinds, commands: ['check'],
		help: 'what is counted: action (needs action), trouble (that, odd, or an integration in trouble) or matches (all that the filter finds)',
		parse: text => parseChoice(text, countedKinds),
	},
	empty: {
		kind: 'value', placeholder: 'STATUS', setting: 'whenEmpty', default: 'unknown', completes: emptyStatuses, commands: ['check'],
		help: `what it is where there is nothing to count: ${joinWords(emptyStatuses, 'or')}`,
		parse: text => parseChoice(text, emptyStatuses),
	},
	warning: {
		kind: 'value', placeholder: 'RANGE', setting: 'warning', default: '0', isDashed: true, commands: ['check'],
		help: 'WARNING if the number that is counted is outside: 0 alerts above 0, 20% above a fifth, ~: never',
		parse: parseThreshold,
	},
	critical: {
		kind: 'value', placeholder: 'RANGE', setting: 'critical', isDashed: true, example: '10', commands: ['check'],
		help: 'CRITICAL then, in the same notation; never if it is not given', parse: parseThreshold,
	},
	stale: {
		kind: 'value', placeholder: 'TIME', setting: 'stale', default: '0s', commands: ['check'],
		help: 'try a poll that fails again for so long before the answer is UNKNOWN',
		// Monitoring systems stop a plugin after about a minute; ten minutes is enough where that limit was raised.
		parse: durationIn(0, 10 * minute),
	},
	rest: {
		kind: 'value', placeholder: 'TIME', setting: 'rest', default: '10m', commands: monitor,
		help: 'go back to the worst instance after so long without a key; 0s: never',
		// A day is as good as never for a person who looks, and longer than that is a mistake.
		parse: durationIn(0, 24 * hour),
	},
	resume: {
		kind: 'switch', placeholder: '', setting: 'isResuming', commands: monitor,
		help: 'begin with the sort, the columns, the filter and the view of the last visit, but for what is given here',
	},
	bell: {
		kind: 'switch', placeholder: '', setting: 'hasBell', commands: monitor,
		help: 'ring the bell when an instance goes down and stays down',
	},
	notify: {
		kind: 'switch', placeholder: '', setting: 'hasNotifications', commands: monitor,
		help: 'send a desktop notification then, where the terminal can',
	},
	mouse: {
		kind: 'switch', placeholder: '', setting: 'hasMouse', commands: monitor,
		help: 'the wheel scrolls, a click selects, a second one opens, one on a title sorts; the terminal itself then selects text with Shift',
	},
	ascii: {
		kind: 'switch', placeholder: '', setting: 'isAscii', commands: drawn, help: 'draw with ASCII signs only',
	},
	'read-only': {
		kind: 'switch', placeholder: '', setting: 'isReadOnly', commands: monitor, help: 'run no command of one\'s own ([[command]] in the config file)',
	},
	palette: {
		kind: 'value', placeholder: 'NAME', setting: 'palette', default: 'terminal', completes: paletteNames, commands: monitor,
		help: 'terminal; blue, with blue for healthy, for red-green blindness; or mono, without hues', parse: text => parseChoice(text, paletteNames),
	},
	'no-color': {
		kind: 'switch', placeholder: '', setting: 'color', commands: monitor,
		help: 'draw without colour; NO_COLOR and FORCE_COLOR count too', choose: chooseColor,
	},
	'debug-log': {
		kind: 'value', placeholder: 'FILE', setting: 'debugLog', isFile: true, example: '~/ryzetop.log', commands: monitor,
		help: 'keep a line of JSON there for each poll and command, without secrets; what is older than 4 MiB of them is in FILE.1',
		parse: parseLogPath,
	},
	history: {
		kind: 'value', placeholder: 'FILE', setting: 'historyFile', isFile: true, example: '~/ryzetop-history.db',
		commands: [...filterCommands, 'serve'], source: 'account',
		help: 'the memory: what was seen before; only monitor, watch and serve write it; by default ryzetop/history.db in the folder for state',
		parse: parseHistoryPath,
	},
	'no-history': {
		kind: 'switch', placeholder: '', setting: 'hasNoHistory', isConfigurable: false, commands: listing, source: 'account',
		help: 'remember nothing, and look nothing up; history = false in the config file',
	},
	demo: {
		kind: 'switch', placeholder: '', setting: undefined, isConfigurable: false, commands: polling,
		help: 'take a simulated account; no token needed',
	},
	scenario: {
		kind: 'value', placeholder: 'S', setting: 'scenario', default: 'busy', isList: true, completes: 'scenarios',
		commands: simulated, source: 'demo',
		help: 'the story the simulated account tells; in a demo A,B simulates two accounts, each with its own',
		parse: (text, {scenarioNames}) => parseChoices(text, scenarioNames),
	},
	instances: {
		kind: 'value', placeholder: 'N', setting: 'instances', example: '40', commands: simulated, source: 'demo',
		help: 'how many instances it has, if not what the scenario has',
		// The most is a hundred times the size of the largest known account.
		parse: wholeIn(0, 100_000),
	},
	seed: {
		kind: 'value', placeholder: 'N', setting: 'seed', example: '7', commands: simulated, source: 'demo',
		help: 'a number; the same one gives the same account',
		// The range of an unsigned 32-bit number.
		parse: wholeIn(0, 4_294_967_295),
	},
	port: {
		kind: 'value', placeholder: 'P', setting: 'port', default: '0', commands: ['simulate'],
		help: 'the port on 127.0.0.1; 0 takes any free one', parse: wholeIn(0, 65_535),
	},
	config: {
		kind: 'value', placeholder: 'FILE', setting: undefined, isFile: true, isConfigurable: false, commands: configured,
		help: 'the config file, if not ~/.config/ryzetop/config.toml',
	},
	profile: {
		kind: 'value', placeholder: 'A,B', setting: undefined, isList: true, example: 'prod', completes: 'profiles', commands: configured,
		help: 'take what the config file says under [profiles.A] first; several are watched together, each with its own address and token',
	},
	help: {
		kind: 'switch', placeholder: '', setting: undefined, isConfigurable: false, commands: all, letter: 'h', help: 'show this',
	},
	version: {
		kind: 'switch', placeholder: '', setting: undefined, isConfigurable: false, commands: all, letter: 'V', help: 'show the version',
	},
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Whether an option of that name exists. */
export function isOptionName(name: string): name is OptionName {
	return Object.hasOwn(options, name);
}

/** Lists the table of options in the order of `--help`. */
export function listOptions(): ReadonlyArray<readonly [name: OptionName, option: Option]> {
	const list: Array<readonly [OptionName, Option]> = [];
	for (const [name, option] of Object.entries<Option>(options)) {
		if (isOptionName(name)) {
			list.push([name, option]);
		}
	}

	return list;
}

/** The names of the formats that a command can write. */
function formatNamesOf(command: Command): readonly string[] {
	return command === 'events' ? eventFormatNames : (command === 'report' ? reportFormatNames : formatNames);
}
