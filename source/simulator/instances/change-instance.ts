import type {WireConnection, WireInstance} from './wire-instance.js';

/**
What to change of an instance: any field of the wire (`undefined` takes a block out of the answer), or in short its state (which sets `status` too), presence or number.
*/
export type Change = Partial<Omit<WireInstance, 'name'>> & {
	readonly state?: string;
	readonly presence?: string;
	readonly numberJid?: WireConnection['numberJid'];
};

/** Gives the instance after a change, with `homeJid` as the number it comes back with when it connects without one. */
export function changeInstance(instance: WireInstance, change: Change, homeJid: string): WireInstance {
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
			numberJid: numberJid === undefined ? numberAfter(state, connection.numberJid, homeJid) : numberJid,
			presenceStatus: presence ?? presenceAfter(state, connection.presenceStatus),
		},
	};
}

/** Logging out ends the saved session and takes the number with it; connecting again brings it back. */
function numberAfter(state: string | undefined, numberJid: WireConnection['numberJid'], homeJid: string): WireConnection['numberJid'] {
	if (state === 'loggedout') {
		return null;
	}

	return state === 'connected' ? numberJid ?? homeJid : numberJid;
}

function presenceAfter(state: string | undefined, presence: string): string {
	if (state === undefined) {
		return presence;
	}

	return state === 'connected' ? 'available' : 'unavailable';
}
