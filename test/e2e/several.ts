import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {RequestListener} from 'node:http';
import {wireItem} from '../helpers/fleet.js';
import {freshFolder} from '../helpers/fresh-folder.js';
import {program} from '../helpers/program.js';
import {openScreen, type Screen} from '../helpers/screen.js';
import {serve} from '../helpers/servers/loopback-server.js';

/** How an account answers: with its list, with a status, or not at all. */
export type Manner = 'well' | 401 | 503 | 'slow';

/** An account on loopback with these instances, whose manner can change. */
export async function serveAccount(names: readonly string[]) {
	let manner: Manner = 'well';
	const body = JSON.stringify({success: true, instances: names.map(name => wireItem({name, state: 'connected'})), meta: {total: names.length}});
	const answer: RequestListener = (_, response) => {
		if (manner === 'slow') {
			return;
		}

		response.writeHead(manner === 'well' ? 200 : manner, {'content-type': 'application/json'});
		response.end(manner === 'well' ? body : JSON.stringify({success: false, message: 'of the test'}));
	};

	const server = await serve(answer);
	return {
		url: server.url,
		token: 'token-of-the-tests-1',
		become(next: Manner) {
			manner = next;
		},
		async [Symbol.asyncDispose]() {
			await server[Symbol.asyncDispose]();
		},
	};
}

/** Opens a monitor of these accounts, each a profile of its name. */
export function openAccounts(
	accounts: Readonly<Record<string, {readonly url: string; readonly token: string}>>,
	size: {readonly columns: number; readonly rows: number},
	args: readonly string[] = [],
): Screen {
	return openScreen(process.execPath, [program, '--config', configureAccounts(accounts), ...args], size);
}

/** Writes a config file in which each of these accounts is a profile of its name, watched together, and gives its path. */
export function configureAccounts(accounts: Readonly<Record<string, {readonly url: string; readonly token: string}>>): string {
	const folder = freshFolder();
	const config = path.join(folder, 'config.toml');
	const tables = Object.entries(accounts).map(([name, {url, token}], index) => {
		writeFileSync(path.join(folder, `token-${index}`), token, {mode: 0o600});
		return `[profiles.${JSON.stringify(name)}]\nurl = "${url}"\ntoken_file = "token-${index}"\n`;
	});
	writeFileSync(config, `profile = ${JSON.stringify(Object.keys(accounts))}\nhistory = false\n${tables.join('')}`, {mode: 0o600});
	return config;
}
