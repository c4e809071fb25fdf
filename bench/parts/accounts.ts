import {mkdtempSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {monitorOf, ryzetop, wide} from '../contestants.js';
import {serveFleet, serveUnmarked, type Fleet} from '../fleet.js';
import {timeKeys, upAndDown} from '../key-times.js';
import {freshFolder, type AtEnd, type Part} from './part.js';

/** Makes the second account, which is in trouble while the first one is polled as ever. */
type Trouble = (fleet: Fleet, atEnd: AtEnd) => Promise<Pick<Fleet, 'url' | 'token'>>;

const troubles: Readonly<Record<'refuses' | 'is slow', Trouble>> = {
	refuses: async ({url}) => ({url, token: 'token-of-nobody'}),
	async 'is slow'(_fleet, atEnd) {
		const slow = await serveFleet(ryzetop, 'slow', 200);
		atEnd(async () => slow[Symbol.asyncDispose]());
		return slow;
	},
};

/** The keys of a monitor of two accounts, and its weight after them; the grid is that of the good one. */
export function accountsOf(trouble: keyof typeof troubles, rounds: Part['rounds']): Part {
	return {
		name: `two accounts, one ${trouble}, 200 instances`,
		figures: {p50: 'time', p99: 'time', resident: 'resident'},
		rounds,
		async open({trees, isQuick, atEnd}) {
			const fleet = await serveUnmarked(200);
			atEnd(async () => fleet[Symbol.asyncDispose]());
			const config = writeProfiles(freshFolder(atEnd), {good: fleet, bad: await troubles[trouble](fleet, atEnd)});
			return trees.map(tree => ({
				name: tree.name,
				async take() {
					const monitor = monitorOf(tree);
					const program = monitor.startWith(wide, ['--config', config, '--profile', 'good,bad']);
					await monitor.waitForScreen(program, fleet);
					await pause(1500);
					const {p50, p99} = await timeKeys(program, upAndDown, isQuick ? 40 : 110);
					const resident = program.memory();
					await program.end();
					return {p50, p99, resident};
				},
			}));
		},
	};
}

/** Writes a config file with a profile for each account, each with its own token. */
function writeProfiles(folder: string, accounts: Readonly<Record<string, Pick<Fleet, 'url' | 'token'>>>): string {
	const config = path.join(mkdtempSync(path.join(folder, 'config-')), 'config.toml');
	const profiles = Object.entries(accounts).map(([name, {url, token}]) => {
		const file = path.join(path.dirname(config), `${name}.token`);
		writeFileSync(file, token, {mode: 0o600});
		return `[profiles.${name}]\nurl = "${url}"\ntoken_file = "${file}"\n`;
	});
	writeFileSync(config, profiles.join('\n'), {mode: 0o600});
	return config;
}
