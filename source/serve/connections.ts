/** What is kept of a connection: as much as of a socket of Node's. */
export type Connection = {
	readonly remoteAddress?: string | undefined;
	readonly destroy: () => void;
};

/** What a connection is doing: it has sent no whole request yet, an answer is under way, or it is kept for the next request. */
type Doing = 'asking' | 'answering' | 'kept';

/** The open connections, of which there are never more than so many. */
export type Connections<Of extends Connection> = {
	/** Takes a new connection in, and cuts another one off where there is no room. */
	readonly opened: (connection: Of) => void;
	readonly answering: (connection: Of) => void;
	readonly answered: (connection: Of) => void;
	readonly closed: (connection: Of) => void;
};

/** Who is cut off first. What is asked is whole within a moment: who has not asked for longer than all others never will. */
const order: readonly Doing[] = ['asking', 'kept', 'answering'];

/**
Keeps connections at a number. A new one is never refused, since those that half-sent requests, idle or slow readers hold would then keep
everyone out for as long as their time limits: it takes the place of another one, of the address that has most of them.
*/
export function createConnections<Of extends Connection>(most: number): Connections<Of> {
	/** Those that did nothing for longest are first. */
	const open = new Map<Of, Doing>();

	const makeRoom = () => {
		const byAddress = Map.groupBy(open.keys(), ({remoteAddress}) => remoteAddress);
		const crowd = byAddress.values().reduce<readonly Of[]>((one, other) => other.length > one.length ? other : one, []);
		const last = order.values().map(doing => crowd.find(each => open.get(each) === doing)).find(each => each !== undefined);
		if (last === undefined) {
			return;
		}

		open.delete(last);
		last.destroy();
	};

	const turnTo = (connection: Of, doing: Doing) => {
		// One that was cut off may still have an answer that ends.
		if (open.delete(connection)) {
			open.set(connection, doing);
		}
	};

	return {
		opened(connection) {
			if (open.size >= most) {
				makeRoom();
			}

			open.set(connection, 'asking');
		},
		answering(connection) {
			turnTo(connection, 'answering');
		},
		answered(connection) {
			turnTo(connection, 'kept');
		},
		closed(connection) {
			open.delete(connection);
		},
	};
}
