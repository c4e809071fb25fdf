import {wireTextAt} from '../json/wire.js';
import {sanitize} from '../text/sanitize.js';
import type {Instance} from './instance.js';

/** The name of an instance as it came, not sanitised; what is secret in it is masked unless `isRevealed`. */
export function rawName({wire}: Instance, isRevealed = false): string {
	return wireTextAt(wire, ['name'], isRevealed);
}

/** Whether an instance has a name, as people type it. It is found by its true name, also where what is shown of it is masked. */
export function isNamed({wire, name}: Instance, typed: string): boolean {
	return name === typed || sanitize(wireTextAt(wire, ['name'], true)) === sanitize(typed);
}

/** The id as it came; empty if there is none. */
export function rawId({wire}: Instance): string {
	return wireTextAt(wire, ['id'], false);
}

/** The word of the state as it came: `connection.state`, or `status` where that is missing. */
export function rawState({wire}: Instance, isRevealed = false): string {
	const own = wireTextAt(wire, ['connection', 'state'], isRevealed);
	return own === '' ? wireTextAt(wire, ['status'], isRevealed) : own;
}

/** The paired number as it came, with the device part and the server. */
export function rawNumber({wire}: Instance, isRevealed = false): string {
	return wireTextAt(wire, ['connection', 'numberJid'], isRevealed);
}
