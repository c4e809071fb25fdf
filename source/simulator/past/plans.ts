/** How eventful the past of a scenario was. */
export type PastPlan = {
	/** The number of times that a steady instance lost its connection in the thirty days, on average. */
	readonly drops: number;
	/** The part of the fleet that is weak: it lost its connection several times a day. */
	readonly weakShare: number;
	/** The least and the greatest number of times a day that a weak instance lost its connection. */
	readonly weakDropsPerDay: readonly [number, number];
	/** For each fault of the server or the network the part of the fleet that fell with it. The first of them was last night. */
	readonly outages: readonly number[];
	/** The number of instances that flapped, each in one night. */
	readonly flappedOneNight: number;
	/** Whether what loses its connection now and then did so until the beginning too, again and again. */
	readonly isUnsteadyNow?: boolean;
	/** The number of instances that were logged out for days before somebody paired them again. */
	readonly loggedOutForDays: number;
};

/** A fleet in which hardly anything happened. */
export const quietPast: PastPlan = {
	drops: 1.5, weakShare: 0, weakDropsPerDay: [0, 0], outages: [0.5, 0.4], flappedOneNight: 0, loggedOutForDays: 0,
};

export const usualPast: PastPlan = {
	drops: 5, weakShare: 0.08, weakDropsPerDay: [2, 6], outages: [0.8, 0.45, 0.6], flappedOneNight: 1, loggedOutForDays: 1,
};

/** A fleet that has fallen together again and again, and is steady otherwise. */
export const pastOfOutages: PastPlan = {
	...usualPast, weakShare: 0.05, outages: [0.77, 0.9, 0.6],
};

/** A fleet in which no connection holds for long. */
export const unsteadyPast: PastPlan = {
	drops: 60, weakShare: 0.5, weakDropsPerDay: [6, 14], outages: [0.6, 0.5], flappedOneNight: 6, loggedOutForDays: 1, isUnsteadyNow: true,
};

/** Few changes for each instance, since ten thousand of them have to be made in an instant. */
export const hugePast: PastPlan = {
	drops: 0.4, weakShare: 0.002, weakDropsPerDay: [2, 6], outages: [0.36, 0.4], flappedOneNight: 4, loggedOutForDays: 12,
};
