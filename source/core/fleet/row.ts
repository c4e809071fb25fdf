import {
	actionFor,
	isStuck,
	stuckFrom,
	type Action,
} from '../instance/action.js';
import {nextCoarseStep} from '../text/duration.js';
import {fieldOf, valueOf, type Instance} from '../instance/instance.js';
import {oddOf, type Oddity} from '../instance/oddities.js';
import {integrations, standingOf, type Standing} from '../instance/integration.js';
import {formatJid} from '../instance/phone.js';
import type {Tracked} from './inventory.js';
import {flappingUntil, isFlapping} from './transitions.js';

/** What can be said of an instance without asking the time. Computed once for each version of it. */
export type Facts = {
	readonly number: string;
	readonly profile: string;
	readonly business: string;
	readonly presence: string;
	readonly integrations: readonly Standing[];
	readonly odd: readonly Oddity[];
};

/** An instance as the grid sees it at the time of the data. */
export type Row = {
	readonly tracked: Tracked;
	readonly facts: Facts;
	readonly action: Action;
	readonly isStuck: boolean;
	readonly isFlapping: boolean;
	/** It changed its state a moment ago. */
	readonly isFresh: boolean;
	/** It appeared in the list a short while ago. */
	readonly isNew: boolean;
	/** A person has acknowledged the state it is in. */
	readonly isAcknowledged: boolean;
	/** How long it has been in its state, in milliseconds. */
	readonly lasted: number;
	readonly rank: number;
};

/** A change is emphasised for this long. */
const freshFor = 5000;

/** An instance that appeared is new for this long. */
const newFor = 60_000;

export function factsOf(instance: Instance): Facts {
	const {connection, profile} = instance;
	const odd = oddOf(instance);
	const jid = valueOf(fieldOf(connection, 'numberJid'));
	return {
		number: jid === undefined ? '' : formatJid(jid),
		profile: valueOf(fieldOf(profile, 'name')) ?? '',
		business: valueOf(fieldOf(profile, 'businessName')) ?? '',
		presence: valueOf(fieldOf(connection, 'presenceStatus')) ?? '',
		integrations: integrations.map(integration => standingOf(instance, integration, odd)),
		odd,
	};
}

/** The row of an instance at `now`, the time of the data it is shown with. */
export function rowOf(tracked: Tracked, facts: Facts, {now, isAcknowledged}: {readonly now: number; readonly isAcknowledged: boolean}): Row {
	const {instance, since, history, appeared} = tracked;
	const marks = {isStuck: isStuck(instance, since.at, now), isFlapping: isFlapping(history, now)};
	return {
		tracked,
		facts,
		...marks,
		action: actionFor(instance, marks.isStuck),
		isFresh: since.isExact && now - since.at < freshFor,
		isNew: appeared.isExact && now - appeared.at < newFor,
		isAcknowledged,
		lasted: Math.max(0, now - since.at),
		rank: rankOf(instance, {...marks, isOdd: facts.odd.length > 0}),
	};
}

/** Until when a row that was made at `now` says the same, if nothing happens to its instance: then one of its marks goes or comes, or its age is of another step. */
export function rowValidUntil({tracked, isStuck: hasStuck, isFlapping: flaps, isFresh, isNew}: Row, now: number): number {
	const {instance, since, history, appeared} = tracked;
	return Math.min(
		since.at + nextCoarseStep(Math.max(0, now - since.at)),
		hasStuck ? Infinity : stuckFrom(instance, since.at),
		flaps ? flappingUntil(history) : Infinity,
		isFresh ? since.at + freshFor : Infinity,
		isNew ? appeared.at + newFor : Infinity,
	);
}

/** Where an instance stands when the worst come first: look, logged out, disconnected, stuck, connecting, flapping, odd, fine. */
function rankOf(instance: Instance, marks: {readonly isStuck: boolean; readonly isFlapping: boolean; readonly isOdd: boolean}): number {
	switch (instance.state.kind) {
		case 'other': {
			return 0;
		}

		case 'loggedout': {
			return 1;
		}

		case 'disconnected': {
			return 2;
		}

		case 'connecting': {
			return marks.isStuck ? 3 : 4;
		}

		case 'connected': {
			return marks.isFlapping ? 5 : (marks.isOdd ? 6 : 7);
		}
	}
}
