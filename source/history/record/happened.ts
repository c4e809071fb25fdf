import {isRestart} from '../../core/polling/server-code.js';
import type {OddRow} from '../tables/odd.js';
import type {Tables} from '../tables.js';
import type {MassFall, OddChange, Trouble} from './good-poll.js';
import type {Record} from './record.js';

/** Puts what happened besides the changes of state into the record of an account, each so that it can be repeated. */
export type HappenedTables = {
	readonly putOdd: (odd: OddChange) => void;
	readonly putTrouble: (trouble: Trouble) => void;
	readonly putMass: (mass: MassFall) => void;
};

/** So many troubles are looked at for one that a new one goes on from: those of several processes do not lie further apart. */
const latestTroubles = 20;

/** Opens them, for the transactions that come; what they know of the tables is read when it is first needed. */
export function openHappened(tables: Tables, {account, rows}: Record): HappenedTables {
	let latest: Map<string, OddRow> | undefined;
	const keyOf = ({instance, what}: Pick<OddRow, 'instance' | 'what'>) => `${instance} ${what}`;
	/** A restart is the one that is recorded where both came between the same looks: it is between the closest of them. */
	const putRestart = (restart: Trouble) => {
		const {began, ended, kind} = restart;
		const row = tables.troublesOf(account, latestTroubles)
			.find(other => other.kind === kind && other.began < ended && other.ended > began);
		if (row === undefined) {
			tables.addTrouble(account, restart);
		} else if (row.began < began || row.ended > ended) {
			tables.updateTrouble({...row, began: Math.max(row.began, began), ended: Math.min(row.ended, ended)});
		}
	};

	return {
		putOdd({uid, what, began, slack, ended}) {
			const instance = rows.get(uid)?.id;
			if (instance === undefined) {
				return;
			}

			latest ??= new Map(tables.latestOdds(account).map(row => [keyOf(row), row]));
			const row = latest.get(keyOf({instance, what}));
			const odd = {
				instance, what, began, slack, ended,
			};
			if (row === undefined || !isSame(row, odd)) {
				if (row !== undefined && row.began > began) {
					return;
				}

				if (row !== undefined && row.ended === undefined) {
					// Its end was missed: it had ended at the last look without the new one.
					tables.endOdd(row.id, Math.max(row.began, began - (slack ?? 0)));
				}

				latest.set(keyOf(odd), {...odd, id: tables.addOdd(odd)});
			} else if (row.ended === undefined && ended !== undefined) {
				const next = {...row, ended: Math.max(ended, row.began)};
				tables.endOdd(row.id, next.ended);
				latest.set(keyOf(odd), next);
			}
		},
		putTrouble(trouble) {
			const {began, ended, kind, status} = trouble;
			if (isRestart(kind)) {
				putRestart(trouble);
				return;
			}

			const row = tables.troublesOf(account, latestTroubles)
				.find(other => other.kind === kind && other.began <= ended && other.ended >= began);
			if (row === undefined) {
				tables.addTrouble(account, trouble);
			} else if (row.began > began || row.ended < ended) {
				tables.updateTrouble({
					...row, began: Math.min(row.began, began), ended: Math.max(row.ended, ended), status: row.status ?? status,
				});
			}
		},
		putMass(mass) {
			const [row] = tables.massesOf(account, 1);
			if (row === undefined || !(row.began === mass.began || (row.began < mass.until && row.until > mass.began))) {
				tables.addMass(account, mass);
				return;
			}

			const next = {
				...row,
				until: Math.max(row.until, mass.until),
				fallen: Math.max(row.fallen, mass.fallen),
				listed: mass.listed,
				ended: mass.ended ?? row.ended,
			};
			if (next.until !== row.until || next.fallen !== row.fallen || next.listed !== row.listed || next.ended !== row.ended) {
				tables.updateMass(next);
			}
		},
	};
}

/** Whether an oddity is the one that is recorded: both can have begun at one time, and the recorded one was not over by then. */
function isSame(row: Omit<OddRow, 'id'>, {began, slack}: Pick<OddRow, 'began' | 'slack'>): boolean {
	return began - (slack ?? Infinity) <= row.began
		&& row.began - (row.slack ?? Infinity) <= began
		&& (row.ended === undefined || row.ended >= began - (slack ?? 0));
}
