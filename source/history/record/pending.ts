import type {Look} from '../../core/fleet/seen/coverage.js';
import type {
	GoodPoll,
	MassFall,
	OddChange,
	Trouble,
} from './good-poll.js';
import type {Observed} from './record.js';

/** What a poll showed and the record may lack. */
export type Fact =
	| {readonly kind: 'change'; readonly observed: Observed}
	| {readonly kind: 'odd'; readonly odd: OddChange}
	| {readonly kind: 'trouble'; readonly trouble: Trouble}
	| {readonly kind: 'mass'; readonly mass: MassFall};

/** A fact, and when it was seen by the monotonic clock, by which it is dated however the wall clock is set. */
export type PendingFact = {readonly fact: Fact; readonly elapsed: number};

/** Most facts that are kept for the record; the oldest are dropped, and changes among them found as differences by whoever takes over. */
const mostPending = 20_000;

/** Adds the facts of a poll. A fall of many goes on from poll to poll, and is a fact where it differs from that of the poll before. */
export function addPending(pending: readonly PendingFact[], poll: GoodPoll, before: GoodPoll | undefined): readonly PendingFact[] {
	const {changes, odd, troubles, mass, look: {at, elapsed}} = poll;
	const facts: readonly Fact[] = [
		...changes.map(observed => ({kind: 'change', observed} as const)),
		...odd.map(one => ({kind: 'odd', odd: one} as const)),
		...troubles.map(trouble => ({kind: 'trouble', trouble} as const)),
		...mass === undefined || isSameMass(mass, before?.mass) ? [] : [{kind: 'mass', mass} as const],
	];
	const added = facts.map(fact => ({fact, elapsed: elapsed - Math.max(0, at - timeOf(fact))}));
	return added.length === 0 ? pending : [...pending, ...added].slice(-mostPending);
}

/** When a fact was seen: of one that ended, its end. */
export function timeOf(fact: Fact): number {
	switch (fact.kind) {
		case 'change': {
			return fact.observed.at;
		}

		case 'odd': {
			return fact.odd.ended ?? fact.odd.began;
		}

		case 'trouble': {
			return fact.trouble.ended;
		}

		case 'mass': {
			return fact.mass.ended ?? fact.mass.until;
		}
	}
}

/** The instance that a fact is about; what is about the account has that of the whole list. */
export function uidOf(fact: Fact): string | undefined {
	switch (fact.kind) {
		case 'change': {
			return fact.observed.uid;
		}

		case 'odd': {
			return fact.odd.uid;
		}

		case 'trouble':
		case 'mass': {
			return undefined;
		}
	}
}

/** A fact as it is dated by the wall clock of a look. */
export function dateNow({fact, elapsed}: PendingFact, look: Look): Fact {
	const by = Math.round(look.at - (look.elapsed - elapsed)) - timeOf(fact);
	return by === 0 ? fact : move(fact, by);
}

function move(fact: Fact, by: number): Fact {
	switch (fact.kind) {
		case 'change': {
			const {observed} = fact;
			const {at, former} = observed;
			return {kind: 'change', observed: {...observed, at: at + by, ...former && {former: {...former, at: former.at + by}}}};
		}

		case 'odd': {
			return {kind: 'odd', odd: moveSpan(fact.odd, by)};
		}

		case 'trouble': {
			const {trouble} = fact;
			return {kind: 'trouble', trouble: {...trouble, began: trouble.began + by, ended: trouble.ended + by}};
		}

		case 'mass': {
			const {mass} = fact;
			return {kind: 'mass', mass: {...moveSpan(mass, by), until: mass.until + by}};
		}
	}
}

function moveSpan<Span extends {readonly began: number; readonly ended: number | undefined}>(span: Span, by: number): Span {
	return {...span, began: span.began + by, ended: span.ended === undefined ? undefined : span.ended + by};
}

function isSameMass(one: MassFall, other: MassFall | undefined): boolean {
	return one.began === other?.began && one.until === other.until && one.fallen === other.fallen
		&& one.listed === other.listed && one.ended === other.ended;
}
