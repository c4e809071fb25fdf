import type {Remembered, RememberedChange, RememberedFall} from '../core/fleet/memory/remembered.js';

/**
Cuts what is remembered of later than `now` to it, as whoever records it next will cut the record: the clock was ahead when it was recorded.
*/
export function cutRemembered(remembered: Remembered, now: number): Remembered {
	const {instances, oddities, lastFall, page, visitedAt} = remembered;
	const cut = (at: number) => Math.min(at, now);
	const cutEnd = <End extends {readonly ended: number | undefined}>(span: End): End => ({
		...span, ended: span.ended === undefined ? undefined : cut(span.ended),
	});
	const cutSpan = <Span extends {readonly began: number; readonly ended: number | undefined}>(span: Span): Span => ({
		...cutEnd(span), began: cut(span.began),
	});
	const cutChange = (change: RememberedChange): RememberedChange => ({
		...change, at: cut(change.at), lasted: Math.max(0, change.lasted - Math.max(0, change.at - now)),
	});
	const cutFall = (fall: RememberedFall): RememberedFall => ({...cutSpan(fall), until: cut(fall.until)});
	return {
		...remembered,
		instances: instances.map(instance => ({
			...instance,
			since: cut(instance.since),
			appeared: cut(instance.appeared),
			acknowledgedSince: instance.acknowledgedSince === undefined ? undefined : cut(instance.acknowledgedSince),
			changes: instance.changes.map(change => cutChange(change)),
		})),
		oddities: oddities.map(oddity => cutSpan(oddity)),
		lastFall: lastFall && cutFall(lastFall),
		page: {
			...page,
			from: cut(page.from),
			changes: page.changes.map(event => ({...event, change: cutChange(event.change)})),
			oddities: page.oddities.map(oddity => cutSpan(oddity)),
			troubles: page.troubles.map(trouble => ({...trouble, began: cut(trouble.began), ended: cut(trouble.ended)})),
			falls: page.falls.map(fall => cutFall(fall)),
			older: page.older && {...page.older, at: cut(page.older.at)},
		},
		visitedAt: visitedAt === undefined ? undefined : cut(visitedAt),
	};
}
