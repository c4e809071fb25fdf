import {wireTextAt, type Wire} from '../json/wire.js';
import {sanitize} from '../text/sanitize.js';
import type {Instance} from './instance.js';

/** What an item of the list is recognised by: its id and its name, as they came; each is empty where there is none. */
export type Identity = {readonly id: string; readonly name: string};

/** Reads what an item is recognised by. It is only compared, never shown. */
export function identityOf({wire}: {readonly wire: Wire}): Identity {
	return {id: wireTextAt(wire, ['id'], true), name: wireTextAt(wire, ['name'], true)};
}

/** The name of an instance as it came, not sanitised; what is secret in it is masked unless `isRevealed`. */
export function rawName({wire}: Instance, isRevealed = false): string {
	return wireTextAt(wire, ['name'], isRevealed);
}

/** What an instance is recognised by, as it came, but for what is secret in it. */
export function maskedIdentity(instance: Instance): Identity {
	return {id: rawId(instance), name: rawName(instance)};
}

/** Whether an item has a name, as people type it. It is found by its true name, also where what is shown of it is masked. */
export function isNamed(item: {readonly wire: Wire}, typed: string): boolean {
	return sanitize(identityOf(item).name) === sanitize(typed);
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
