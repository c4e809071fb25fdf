import type {EventPage, Remembered} from '../../core/fleet/memory/remembered.js';

/** Whether an instance of the memory is one of those that are asked for. */
export type IsWanted = (uid: string, name: string) => boolean;

/** What is remembered of the instances that are asked for. How many of the whole list fell says nothing of a part of it. */
export function onlyWanted(remembered: Remembered, isWanted: IsWanted, isPart: boolean): Remembered {
	const {instances, page, falls, lastFall} = remembered;
	const wanted = instances.filter(({uid, name}) => isWanted(uid, name));
	const uids = new Set(wanted.map(({uid}) => uid));
	return {
		...remembered,
		instances: wanted,
		page: onlyWantedOf(page, isWanted, isPart),
		lastFall: isPart ? undefined : lastFall,
		falls: new Map(falls.entries().filter(([uid]) => uids.has(uid))),
	};
}

/** The events of a page that are of the instances that are asked for, and those of the account. */
export function onlyWantedOf(page: EventPage, isWanted: IsWanted, isPart: boolean): EventPage {
	return {
		...page,
		falls: isPart ? [] : page.falls,
		changes: page.changes.filter(({uid, name}) => isWanted(uid, name)),
		oddities: page.oddities.filter(({uid, name}) => isWanted(uid, name)),
	};
}
