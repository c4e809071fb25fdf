import type {WireConnection, WireInstance} from './wire-instance.js';

/**
Change to an instance: any fields as they are sent, where `undefined` leaves a block out of the answer.
`state`, `presence` and `numberJid` change fields of the block `connection`, if there is one; `state` changes `status` too.
*/
export type Change = Partial<Omit<WireInstance, 'name'>> & {
	readonly state?: string;
	readonly presence?: string;
	readonly numberJid?: WireConnection['numberJid'];
};

/** Returns a changed copy of an instance. An instance that connects and has no number gets `pairedJid`. */
export function changeInstance(instance: WireInstance, change: Change, pairedJid: string): WireInstance {
	const {state, presence, numberJid, ...fields} = change;
	const changed = {...instance, ...(state !== undefined && {status: state}), ...fields};
	const {connection} = changed;
	if (connection === undefined || connection === null) {
		return changed;
	}

	return {
		...changed,
		connection: {
			...connection,
			state: state ?? connection.state,
			numberJid: numberJid === undefined ? numberAfter(state, connection.numberJid, pairedJid) : numberJid,
			presenceStatus: presence ?? presenceAfter(state, connection.presenceStatus),
		},
	};
}

/** Returns the number after a change of state. A logout ends the saved session and removes the number; the next connect brings it back. */
function numberAfter(state: string | undefined, numberJid: WireConnection['numberJid'], pairedJid: string): WireConnection['numberJid'] {
	if (state === 'loggedout') {
		return null;
	}

	return state === 'connected' ? numberJid ?? pairedJid : numberJid;
}

function presenceAfter(state: string | undefined, presence: string): string {
	if (state === undefined) {
		return presence;
	}

	return state === 'connected' ? 'available' : 'unavailable';
}
