import type {Run} from '../fleet/seen/coverage.js';
import {watchedOf, type Watch, type Watched} from '../fleet/past/watched.js';
import {timesOfFalls, type FleetFall} from './fleet-fall.js';

/** What all instances of an account have in common in a report. */
export type ReportFrame = {
	/** The time that is reported. It ends at the last look at the latest. */
	readonly window: Run;
	/** Changes are of the window up to this time, which is not in it: one that the last look showed is. */
	readonly until: number;
	readonly watched: Watched;
	/** What is watched without the times that are left out. */
	readonly counted: Watched;
	/** The times that are left out: those of the falls of the fleet, where they are not to count. */
	readonly leftOut: readonly Run[];
	/** Cells of the strips; 0 where none are wanted. */
	readonly cells: number;
};

export type FrameOptions = {
	/** The span of time that was asked for; its end is not in it. */
	readonly asked: Run;
	readonly lastLook: number;
	readonly watches: readonly Watch[];
	readonly falls: readonly FleetFall[];
	/** Whether the falls of the whole fleet are left out. */
	readonly isWithoutFalls: boolean;
	readonly cells: number;
};

/** Makes the frame of a report; `undefined` where the span has nothing of what the record tells. */
export function frameOf({asked, lastLook, watches, falls, isWithoutFalls, cells}: FrameOptions): ReportFrame | undefined {
	const window = {from: asked.from, to: Math.min(asked.to, lastLook)};
	const until = Math.min(asked.to, lastLook + 1);
	if (!(window.from < until) || watches.every(({began, seen}) => !(began < until && seen >= window.from))) {
		return undefined;
	}

	const leftOut = isWithoutFalls ? timesOfFalls(falls, window) : [];
	const watched = watchedOf(watches);
	return {
		window, until, watched, counted: leftOut.length === 0 ? watched : watchedOf(watches, leftOut), leftOut, cells,
	};
}

/** The length of the window without the times that are left out, in milliseconds. */
export function countedLength({window, leftOut}: ReportFrame): number {
	return leftOut.reduce((length, {from, to}) => length - (to - from), window.to - window.from);
}
