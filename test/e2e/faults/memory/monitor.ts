import process from 'node:process';
import {program} from '../../../helpers/program.js';
import {openScreen, type Screen} from '../../../helpers/screen.js';
import {isLive} from '../../watched.js';
import type {Truth} from './truth.js';

/** Starts the monitor on an account, and waits until it says something of its memory while it is live. */
export async function monitorSays({simulator, names}: Truth, file: string, words: string): Promise<Screen> {
	const screen = openScreen(process.execPath, [program, '--url', simulator.url, '--interval', '1s', '--history', file], {
		columns: 110, rows: 24, env: {RYZE_TOKEN: simulator.token, XDG_CONFIG_HOME: '/none'},
	});
	await screen.waitFor(() => screen.text().includes(`the memory ${words}`) && isLive(screen) && screen.text().includes(names[0] ?? ''), words);
	return screen;
}
