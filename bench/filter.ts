import {setTimeout as pause} from 'node:timers/promises';
import {showsGrid, startContestant, type Screen} from './contestants.js';
import type {Fleet} from './fleet.js';
import {timeKeysOf, type KeyTimes} from './measure.js';

/** What is typed in a round: words that match many rows or few, each taken back again, so that every key writes something. */
const words = ['state:dis', 'support', 'is:trouble', 'loja -up'];
const round = words.flatMap(word => [...word, ...Array.from(word, () => '\u{7F}')]);

/** Measures the keys of a filter that is typed over the instances of a fleet, while it is polled. */
export async function timeTyping(fleet: Fleet, screen: Screen, count: number): Promise<KeyTimes> {
	const program = startContestant('ryzetop', fleet, screen);
	await program.until(showsGrid(fleet), 'the first grid');
	await pause(1500);
	await program.press('/');
	await pause(500);
	return timeKeysOf(program, index => round[index % round.length] ?? 'a', count);
}
