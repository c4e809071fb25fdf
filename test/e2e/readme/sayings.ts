import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {findMissingTerminal} from '../../../source/commands/require-terminal.js';
import {firstRunLines} from '../../../source/cli/first-run.js';
import type {Trouble} from '../../../source/core/polling/feed.js';
import type {MalformedReason, UnreachableReason} from '../../../source/core/polling/outcome.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {describeTrouble} from '../../../source/core/polling/trouble.js';
import {describeOldNode} from '../../../source/process/node-version.js';
import {dispatch} from '../../../source/commands/dispatch.js';
import {copyText} from '../../../source/terminal/clipboard.js';
import {configure} from '../../unit/config/configuring.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

const told = {budget: undefined, message: undefined};

const unreachable: Readonly<Record<UnreachableReason, true>> = {
	dns: true, refused: true, 'no-route': true, reset: true, closed: true, tls: true, proxy: true, 'proxy-unreachable': true, 'proxy-address': true, 'connect-timeout': true, 'headers-timeout': true, 'body-timeout': true, protocol: true, 'bad-headers': true, 'headers-too-large': true, network: true,
};

const malformed: Readonly<Record<MalformedReason, true>> = {
	'not-json': true, html: true, empty: true, 'not-modified': true, partial: true, 'no-list': true, 'not-success': true, 'too-large': true, 'too-many-items': true, 'too-many-values': true, 'too-deep': true, 'item-too-large': true, encoding: true,
};

const withToken = {RYZE_TOKEN: 'abc'};

/** A trouble of every kind with every reason; the compiler asks for one that is new. */
const troubles: readonly Trouble[] = [
	{
		kind: 'unauthorized', status: 401, tokenChanged: false, ...told,
	},
	{
		kind: 'unauthorized', status: 403, tokenChanged: false, ...told,
	},
	{
		kind: 'unauthorized', status: 0, tokenChanged: false, ...told,
	},
	{kind: 'rate-limited', retryAt: undefined, ...told},
	...(Object.keys(unreachable) as UnreachableReason[]).map(reason => ({kind: 'unreachable', reason} as const)),
	...(Object.keys(malformed) as MalformedReason[]).map(reason => ({kind: 'malformed', reason, ...told} as const)),
	{kind: 'old-data', age: 5_400_000},
	{kind: 'overdue'},
	{kind: 'unwatched'},
	{kind: 'wrong-path', ...told},
	{
		kind: 'redirected', status: 302, host: sanitize('elsewhere.example'), ...told,
	},
	{kind: 'refused', status: 400, ...told},
	{
		kind: 'server-error', status: 500, isHtml: false, ...told,
	},
	{
		kind: 'server-error', status: 502, isHtml: true, ...told,
	},
];

/** Every trouble with polling, as a command that ends over it begins to tell it. */
export function listTroubles(): readonly string[] {
	return troubles.map(trouble => {
		const {health, what} = describeTrouble(trouble);
		return `${health}: ${what}`;
	});
}

/** The program's messages that are not trouble with polling, in the situations a person gets into. */
export async function listSayings(): Promise<readonly string[]> {
	const home = freshFolder();
	const misused = [
		...await say(home, ['--interval', '0s']),
		...await say(home, ['--interva', '5s', '--interval', '0.2s', '--token', 'abc']),
		...await say(home, ['--url', 'ryzeapi.cloud'], {RYZE_TOKEN: 'abc'}),
		...await say(home, ['--token-file', '/none/token']),
		...await say(home, ['--profile', 'prod'], {RYZE_TOKEN: 'abc'}),
		...await say(home, ['--scenario', 'busy'], {RYZE_TOKEN: 'abc'}),
		...await say(home, ['--instances', '5', '--token-file', 'x', '--demo']),
		...await say(home, ['list', 'stat:down'], {RYZE_TOKEN: 'abc'}),
		...await configured('intervall = "5s"\n', []),
		...await configured('interval = 5s\n', []),
		...await configured('token = "abc"\n', []),
		...await configured('[profiles.prod]\nurl = "https://ryze.example"\n', ['--profile', 'prd']),
		...await configured('[profiles.prod]\nurl = "https://ryze.example"\n', ['--profile', 'prod'], {RYZE_URL: 'https://other.example'}),
		...await configured('[profiles.prod]\n[profiles.lab]\n', ['--profile', 'prod,lab'], {RYZE_TOKEN: 'abc'}),
		...await configured('token_command = ["no-such-program"]\n', [], {RYZE_TOKEN: ''}),
		...await configured('token_command = ["false"]\n', [], {RYZE_TOKEN: ''}),
	];
	const copied = await Promise.all([{TERM: 'linux'}, {TERM: 'xterm-256color', VTE_VERSION: '7000'}, {TERM: 'tmux-256color', TMUX: '/none', PATH: '/none'}].map(async env => copyText('a', {env, write: () => undefined})));
	return [
		...firstRunLines,
		describeOldNode('20.1.0') ?? '',
		...findMissingTerminal({stdin: true, stdout: false, isDumb: false}, {sources: [{kind: 'demo', simulation: {scenario: 'busy', instances: undefined, seed: undefined}}]}),
		...findMissingTerminal({stdin: true, stdout: true, isDumb: true}, {sources: [{kind: 'demo', simulation: {scenario: 'busy', instances: undefined, seed: undefined}}]}),
		...misused,
		...await listWarnings(),
		...copied.map(answer => answer.kind === 'failed' ? `not copied: ${answer.why}` : ''),
	];
}

/** The warnings with which the monitor still runs. */
async function listWarnings(): Promise<readonly string[]> {
	const {resolved} = await configure({
		values: {url: 'http://ryze.example', 'token-file': 'shared'},
		readTokenFile: async () => ({
			kind: 'text', text: 'abc', sharedMode: 0o644, isLasting: true,
		}),
	});
	return resolved.kind === 'monitor' ? resolved.warnings : [];
}

/** The words of a start away from any terminal, a line each. */
async function say(home: string, argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	await dispatch({
		argv, environment: {HOME: home, PATH: process.env.PATH, ...environment}, stdin: {}, stdout, stderr,
	});
	stdout.end();
	stderr.end();
	return (await text(stderr)).split('\n').map(line => line.replace(/^ryzetop: /v, '').replaceAll(home, '~'));
}

async function configured(toml: string, argv: readonly string[], environment: Readonly<Record<string, string>> = withToken): Promise<readonly string[]> {
	const home = freshFolder();
	const folder = path.join(home, '.config', 'ryzetop');
	mkdirSync(folder, {recursive: true});
	writeFileSync(path.join(folder, 'config.toml'), toml, {mode: 0o600});
	return say(home, argv, environment);
}
