import {wireTextAt} from '../json/wire.js';
import type {Instance} from './instance.js';

/** The name of an instance as it came, not sanitised. */
export function rawName({wire}: Instance): string {
	return wireTextAt(wire, ['name'], false);
}

/** The id as it came; empty if there is none. */
export function rawId({wire}: Instance): string {
	return wireTextAt(wire, ['id'], false);
}

/** The word of the state as it came: `connection.state`, or `status` where that is missing. */
export function rawState({wire}: Instance): string {
	const own = wireTextAt(wire, ['connection', 'state'], false);
	return own === '' ? wireTextAt(wire, ['status'], false) : own;
}

/** The paired number as it came, with the device part and the server. */
export function rawNumber({wire}: Instance): string {
	return wireTextAt(wire, ['connection', 'numberJid'], false);
}
