import {integrations} from '../blocks/blocks.js';
import {fieldOf, valueOf} from '../blocks/field.js';
import type {SafeText} from '../text/sanitize.js';
import type {Instance} from './instance.js';
import {standingOf, type Standing} from './integration.js';
import {findOddities, type Oddity} from './oddities.js';
import {formatJid, mostCellsOfJid} from './phone.js';

/**
Facts of an instance that do not depend on the time. They are computed once for each version of the instance; a value that the answer does
not have is the empty text.
*/
export type Facts = {
	readonly number: string;
	/** Upper limit of the cells that the number takes. It is told without writing the number. */
	readonly numberCells: number;
	readonly profile: string;
	readonly business: string;
	readonly presence: string;
	readonly integrations: readonly Standing[];
	readonly odd: readonly Oddity[];
};

/** What the facts of many instances are made with: their oddities, where these are known, and a grouping for all of their numbers. */
type Known = {readonly odd?: readonly Oddity[] | undefined; readonly grouping?: (digits: string) => SafeText};

/** Gives the facts of an instance. */
export function factsOf(instance: Instance, known: Known = {}): Facts {
	return new LateFacts(instance, known);
}

const lateFacts: ReadonlyArray<keyof Facts> = ['number', 'profile', 'business'];

/** Reads facts that were not asked for yet, so that nobody has to wait who asks for those of a whole fleet, such as a filter. */
export function readAhead(facts: Facts): void {
	for (const name of lateFacts) {
		Reflect.get(facts, name);
	}
}

/**
Facts whose number and profile are read when they are first asked for, and then kept: of a fleet at the start, only those of the rows in
sight are. The rank and the counts need the others of every row.
*/
class LateFacts implements Facts {
	readonly presence: string;
	readonly integrations: readonly Standing[];
	readonly odd: readonly Oddity[];
	readonly #instance: Instance;
	readonly #jid: SafeText | undefined;
	readonly #grouping: Known['grouping'];
	#number: string | undefined;
	#profile: string | undefined;
	#business: string | undefined;

	constructor(instance: Instance, {odd = findOddities(instance), grouping}: Known) {
		const {connection} = instance.item;
		this.#grouping = grouping;
		this.#instance = instance;
		this.#jid = valueOf(fieldOf(connection, 'numberJid'));
		this.presence = valueOf(fieldOf(connection, 'presenceStatus')) ?? '';
		this.integrations = integrations.map(integration => standingOf(instance, integration, odd));
		this.odd = odd;
	}

	get number(): string {
		this.#number ??= this.#jid === undefined ? '' : formatJid(this.#jid, this.#grouping);
		return this.#number;
	}

	get numberCells(): number {
		return this.#jid === undefined ? 0 : mostCellsOfJid(this.#jid);
	}

	get profile(): string {
		this.#profile ??= valueOf(fieldOf(this.#instance.item.profile, 'name')) ?? '';
		return this.#profile;
	}

	get business(): string {
		this.#business ??= valueOf(fieldOf(this.#instance.item.profile, 'businessName')) ?? '';
		return this.#business;
	}
}
