import type {Instance} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import type {Tracked} from '../tracked.js';
import {describeInCommon, findInCommon, type InCommon} from '../why/in-common.js';
import {isMany} from './is-many.js';

/**
Many instances of an account that are not connected, `down` of the `of` in its list, and have something in common that most of the
others have not. When they fell need not be known: who opens the monitor after a mass event has this to go by. `first` is how many were down
when it was first seen to be so.
*/
export type MassDown = {
	readonly down: number;
	readonly of: number;
	readonly first: number;
	readonly common: InCommon;
};

/** Number of instances in a slice. */
const perSlice = 500;

/**
Finds whether that many of an account are down now; `last` is what was found before. Those that are only remembered are not counted: nobody
has seen them yet.

@yields Nothing.
*/
export function * findMassDown(ofOne: readonly Tracked[], last: MassDown | undefined): Slices<MassDown | undefined> {
	const [down, others]: readonly [Instance[], Instance[]] = [[], []];
	yield * takeInSlices(ofOne, perSlice, ({gone, instance}) => {
		if (gone === undefined && !instance.isRemembered) {
			(instance.state.kind === 'connected' ? others : down).push(instance);
		}
	});
	const of = down.length + others.length;
	if (!isMany(down.length, of)) {
		return undefined;
	}

	const common = yield * findInCommon({fallen: down, of: down.length, others});
	return common && {
		down: down.length, of, first: last?.first ?? down.length, common,
	};
}

/** Describes it in parts, the most important first: `32 of 44 down`, `2 fewer than at first`, `all through proxy br1.example.net`. */
export function describeMassDown({down, of, first, common}: MassDown): readonly string[] {
	const change = down === first ? [] : [`${Math.abs(down - first)} ${down < first ? 'fewer' : 'more'} than at first`];
	return [`${down} of ${of} down`, ...change, describeInCommon(common)];
}
