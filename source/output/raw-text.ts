import type {Instance} from '../core/instance/instance.js';
import {wireTextAt} from '../core/json/wire.js';

/** An instance's name in the wire's own text, before it was made safe. */
export function rawName({wire}: Instance): string {
	return wireTextAt(wire, ['name'], false);
}

/** The id as it came; the empty text if there is none. */
export function rawId({wire}: Instance): string {
	return wireTextAt(wire, ['id'], false);
}

/** The word of the state as it came: the connection's own, the top-level one where there is none. */
export function rawState({wire}: Instance): string {
	const own = wireTextAt(wire, ['connection', 'state'], false);
	return own === '' ? wireTextAt(wire, ['status'], false) : own;
}

/** The paired number as it came, device part and server included. */
export function rawNumber({wire}: Instance): string {
	return wireTextAt(wire, ['connection', 'numberJid'], false);
}
