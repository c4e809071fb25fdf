import {joinWords} from '../core/text/join-words.js';
import {formatsWriting} from '../output/formats.js';
import type {Command} from './option.js';

/** Help of a command: how it is written, a summary of one line and one of a few words, examples, and notes of whole sentences. */
export type CommandHelp = {
	readonly usage: string;
	readonly summary: string;
	/** The summary in a few words, for the overview. */
	readonly brief: string;
	readonly examples: ReadonlyArray<readonly [line: string, meaning: string]>;
	readonly notes: readonly string[];
};

/** Note for commands that take a filter. */
export const filterNote = 'Words are a filter, as after / in the monitor: state:disconnected chatwoot:on. After -- they may begin with a dash: -- -sales.';

const strictNote = 'A filter that cannot be used is misuse.';

const exitNote = 'Exit codes: 0 done; 1 a named instance does not exist; 2 misuse; 3 no usable answer; 4 token refused.';

const unescaped = formatsWriting('safe-on-terminal');
const textsNote = `${joinWords(formatsWriting('escaped', 'safe-on-terminal'), 'and')} have the API's own texts; on a terminal ${joinWords(unescaped, 'and')} make them safe.`;

/** Table of the commands. */
export const commands: Readonly<Record<Command, CommandHelp>> = {
	monitor: {
		usage: 'ryzetop [options] [filter]',
		summary: 'the monitor',
		brief: 'the monitor',
		examples: [
			['ryzetop --demo', 'try it without an account'],
			['RYZE_TOKEN=... ryzetop', 'watch the account of this token'],
			['ryzetop state:disconnected', 'only what is down, by the filter language'],
		],
		notes: [],
	},
	list: {
		usage: 'ryzetop list [options] [filter]',
		summary: 'the fleet once, as a table or for another program',
		brief: 'the fleet once',
		examples: [
			['ryzetop list', 'worst first'],
			['ryzetop list do:pair,reconnect', 'only what a person has to do'],
			['ryzetop list --output json', 'one document'],
			['ryzetop list --output csv --columns name,id', 'for a spreadsheet'],
			['ryzetop list --output prometheus', 'for a textfile collector'],
			['ryzetop list --rules state:loggedout', 'with rules around its cells'],
		],
		notes: [
			`A table is cut to the width of a terminal, and whole anywhere else. ${textsNote}`,
			'It looks once. What takes longer to tell, such as since, is:stuck and up24h, is what a monitor, ryzetop watch or ryzetop serve has recorded.',
			strictNote,
			exitNote,
		],
	},
	watch: {
		usage: 'ryzetop watch [options] [filter]',
		summary: 'one JSON line per change, until stopped',
		brief: 'every change as a line of JSON',
		examples: [
			['ryzetop watch', 'every change, and every trouble with polling'],
			['ryzetop watch --initial', 'the instances as they are, then changes'],
			['ryzetop watch state:disconnected', 'only what goes down'],
		],
		notes: [
			strictNote,
			'Events: present (with --initial), changed, appeared, vanished, returned, odd-began, odd-ended, trouble-began, trouble-ended, unwatched, server-restarted, server-ill, server-well. Those of the server come with --health. A filter is for instances; trouble with polling, the server, and when nobody watched, is always told.',
			'Exit codes: 0 the reader has gone; 2 misuse; 4 token refused; 130, 143, 129 ended by SIGINT, SIGTERM, SIGHUP.',
		],
	},
	wait: {
		usage: 'ryzetop wait NAME [options]',
		summary: 'until an instance is in a state, as after /connect',
		brief: 'until it is connected',
		examples: [
			['ryzetop wait sales-04', 'until it is connected'],
			['ryzetop wait sales-04 --for loggedout --within 30s', 'another state'],
			['ryzetop wait new-shop --allow-missing', 'also until it exists'],
		],
		notes: ['Exit codes: 0 it is in the state; 1 it is not in time, or does not exist; 2 misuse; 3 no usable answer until the end; 4 token refused; 130 Ctrl+C.'],
	},
	check: {
		usage: 'ryzetop check [options] [filter]',
		summary: 'a plugin for Nagios, Icinga and their like',
		brief: 'a plugin for Nagios',
		examples: [
			['ryzetop check', 'WARNING if any needs action'],
			['ryzetop check --warning 2 --critical 10', 'above two, above ten'],
			['ryzetop check --warning 5% --critical 25%', 'shares of all'],
			['ryzetop check --stale 30s name:sales', 'bear with a short failure'],
			['ryzetop check --count matches chatwoot:error', 'WARNING if any matches'],
			['ryzetop check --count matches \'up24h<99%\'', 'WARNING if any was down for long'],
		],
		notes: [
			strictNote,
			'It counts the instances that need action: to look at, to pair, to reconnect; with --count those in trouble, or all that match. Nothing to count is UNKNOWN, since a filter may be mistyped; --empty says otherwise. A range alerts outside of itself: 5 is 0:5, 2: alerts below 2, @2:5 alerts inside.',
			'Exit codes: 0 OK; 1 WARNING; 2 CRITICAL; 3 UNKNOWN, which is also misuse, no usable answer and a refused token.',
		],
	},
	events: {
		usage: 'ryzetop events [options] [filter]',
		summary: 'what the memory holds, the oldest first',
		brief: 'what happened',
		examples: [
			['ryzetop events --from last', 'since the last visit'],
			['ryzetop events --from yesterday 18:00 --to today', 'last night'],
			['ryzetop events --reverse name:sales', 'some, the latest first'],
			['ryzetop events --output ndjson', 'one JSON line per event'],
			['ryzetop events --url https://api.example', 'this deployment alone'],
		],
		notes: [
			'It asks nobody and needs no token: it tells what the monitor, ryzetop watch and ryzetop serve have recorded, for all accounts that the memory has. Times are local in the table, and in UTC for programs.',
			strictNote,
			'Events: changed, appeared, vanished, returned, odd-began, odd-ended, trouble-began, trouble-ended, unwatched, server-restarted, server-ill, server-well, mass. A filter is for instances: with one there is nothing of polling, servers, holes and mass events. The falls of a mass event are not in the table, but under one line; for programs each names it in mass.',
			'Exit codes: 0 done, also where there is nothing to tell; 2 misuse; 3 the memory cannot be read; 130, 143, 129 ended by SIGINT, SIGTERM, SIGHUP.',
		],
	},
	report: {
		usage: 'ryzetop report [options] [filter]',
		summary: 'for how much of the time each instance was connected',
		brief: 'time connected, and outages',
		examples: [
			['ryzetop report', 'the last 30 days'],
			['ryzetop report --month 2026-10 --output html', 'a page to send'],
			['ryzetop report --last 7d name:sales', 'a week of some instances'],
			['ryzetop report --from 2026-10-01 --to 2026-10-15', 'two weeks, by local days'],
			['ryzetop report --output markdown', 'for a ticket'],
			['ryzetop report --without-mass', 'without falls of the fleet'],
			['ryzetop report --output csv', 'for a spreadsheet'],
		],
		notes: [
			'It asks nobody and needs no token: it tells what the monitor, ryzetop watch and ryzetop serve have recorded, for all accounts that the memory has. A share is of the time in which somebody watched; what nobody watched is told, and nothing is claimed of it. An outage is a time of not being connected, however short.',
			strictNote,
			'Changes are kept for 90 days. Of the time before there are only days, by UTC and without outages, for 400 days.',
			'Exit codes: 0 done, also where there is nothing to tell; 2 misuse; 3 the memory cannot be read; 130, 143, 129 ended by SIGINT, SIGTERM, SIGHUP.',
		],
	},
	serve: {
		usage: 'ryzetop serve [options]',
		summary: 'watch in the background, and serve metrics to Prometheus',
		brief: 'metrics for Prometheus',
		examples: [
			['ryzetop serve', 'at http://127.0.0.1:10977/metrics'],
			['ryzetop serve --series trouble', 'fewer series for a large fleet'],
			['ryzetop serve --rules', 'print alert rules for Prometheus'],
			['ryzetop serve --dashboard', 'print a dashboard for Grafana'],
		],
		notes: [
			'A scrape asks nobody: it gets the last poll, and when that was. /healthz tells whether the program polls. SIGHUP makes it read its config anew; with a mistake in it, the settings stay as they were.',
			'Exit codes: 0 done; 2 misuse, or the address cannot be listened on; 130, 143 ended by SIGINT, SIGTERM.',
		],
	},
	simulate: {
		usage: 'ryzetop simulate [options]',
		summary: 'the simulated account, served on this machine',
		brief: 'an API to try',
		examples: [
			['ryzetop simulate --port 8080', 'serve it to other programs'],
			['ryzetop simulate --scenario outage', 'with trouble to come'],
		],
		notes: [],
	},
	config: {
		usage: 'ryzetop config [init|keys] [options]',
		summary: 'the settings or the keys in force, or a first config file',
		brief: 'the settings',
		examples: [
			['ryzetop config', 'what is in force'],
			['ryzetop config --profile prod', 'with this profile'],
			['ryzetop config keys', 'the keys in force, as lines for that file'],
			['ryzetop config init', 'write a file to begin with, never over one'],
		],
		notes: ['It takes every option that a config file can set, too, and shows what comes of it. The token is shown masked, and its command is not run.'],
	},
	completion: {
		usage: 'ryzetop completion bash|zsh|fish',
		summary: 'the completion script of a shell',
		brief: 'Tab in a shell',
		examples: [
			['source <(ryzetop completion bash)', 'in this shell; also zsh'],
			['ryzetop completion fish | source', 'in fish'],
		],
		notes: ['The names of instances that it offers are those that the monitor, watch or serve has seen, the profiles and accounts those of the config file: ryzetop completion names, profiles and accounts print them.'],
	},
	help: {
		usage: 'ryzetop help [COMMAND|all]',
		summary: 'the help of the program, of one command, or all of it',
		brief: 'this, or all of it',
		examples: [
			['ryzetop help', 'as ryzetop --help'],
			['ryzetop help list', 'as ryzetop list --help'],
			['ryzetop help all', 'every option of the monitor, and the columns'],
		],
		notes: [],
	},
};

/** Makes the README's table of the commands, in Markdown. */
export function commandTable(): string {
	const rows = Object.values(commands).map(({usage, summary}) => `| \`${usage.replaceAll('|', String.raw`\|`)}\` | ${summary} |`);
	return ['| command | does |', '| --- | --- |', ...rows].join('\n');
}
