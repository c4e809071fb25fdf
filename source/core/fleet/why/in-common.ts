import {fieldOf, isOn, valueOf} from '../../blocks/field.js';
import type {Instance} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';

/** What is asked of an instance: a value that others can share, and the words for it. */
type Trait = {
	readonly read: (instance: Instance) => string | undefined;
	readonly words: (value: string) => string;
};

/**
TABLE of what instances can share and lose together. Of two that tell the fallen from the others equally well, the first is told. The
account is deliberately absent: all that is compared is of one, which whoever tells of it names where there are several.
*/
const traits: readonly Trait[] = [
	{
		read: ({item: {proxy}}) => isOn(fieldOf(proxy, 'enabled')) ? hostIn(valueOf(fieldOf(proxy, 'host'))) : undefined,
		words: host => `through proxy ${host}`,
	},
	{
		read: ({item: {chatwoot}}) => isOn(fieldOf(chatwoot, 'enabled')) ? hostIn(valueOf(fieldOf(chatwoot, 'baseUrl'))?.shown) : undefined,
		words: host => `with Chatwoot ${host}`,
	},
	{
		read: ({item: {webhook}}) => isOn(fieldOf(webhook, 'enabled')) ? hostIn(valueOf(fieldOf(webhook, 'url'))?.shown) : undefined,
		words: host => `with webhook ${host}`,
	},
];

/** A value that `count` of the `of` fallen share, in words: `through proxy br1.example.net`. */
export type InCommon = {
	readonly words: string;
	readonly count: number;
	readonly of: number;
};

/** The instances to compare: those that fell, as far as their settings are known, of `of` that fell; and the others of the account. */
export type Compared = {
	readonly fallen: Iterable<Instance>;
	readonly of: number;
	readonly others: Iterable<Instance>;
};

/** So much of the fallen has to share a value for it to be told, and less than so much of the others. */
const leastOfFallen = 0.9;
const tooManyOthers = 0.5;

/** Number of instances in a slice, whose addresses are read within a few milliseconds. */
const perSlice = 100;

/**
Finds what sets the fallen apart from the others: a value that nearly all of them share, and fewer than half of the others. Where there are
no others nothing is told: what all instances share may be as good as the air they breathe. One whose settings are not known shares nothing.

@yields Nothing.
*/
export function * findInCommon({fallen, of, others}: Compared): Slices<InCommon | undefined> {
	const tallies = traits.map(() => new Map<string, Shared>());
	let othersCount = 0;
	const add = (instance: Instance, part: keyof Shared) => {
		for (const [index, {read}] of traits.entries()) {
			const value = read(instance);
			if (value !== undefined) {
				addTo(tallies[index], value, part);
			}
		}
	};

	yield * takeInSlices(fallen, perSlice, instance => {
		add(instance, 'fallen');
	});
	yield * takeInSlices(others, perSlice, instance => {
		othersCount++;
		add(instance, 'others');
	});
	let best: (InCommon & {readonly apart: number}) | undefined;
	for (const [index, {words}] of traits.entries()) {
		for (const [value, shared] of tallies[index] ?? []) {
			const apart = (shared.fallen / of) - (shared.others / othersCount);
			// Of no others none is fewer than half.
			const isTold = shared.fallen >= of * leastOfFallen && shared.others < othersCount * tooManyOthers;
			if (isTold && apart > (best?.apart ?? 0)) {
				best = {
					words: words(value), count: shared.fallen, of, apart,
				};
			}
		}
	}

	return best && {words: best.words, count: best.count, of: best.of};
}

/** Describes it: `all through proxy br1.example.net`, `28 of 31 through proxy br1.example.net`. */
export function describeInCommon({words, count, of}: InCommon): string {
	return count === of ? `all ${words}` : `${count} of ${of} ${words}`;
}

/** How many of the fallen, and of the others, have a value. */
type Shared = {fallen: number; others: number};

function addTo(tally: Map<string, Shared> | undefined, value: string, part: keyof Shared): void {
	const shared = tally?.get(value) ?? {fallen: 0, others: 0};
	shared[part] += 1;
	tally?.set(value, shared);
}

/** A longer name is none of DNS. */
const longestHost = 253;

/** The host of an address, or of a host with or without its port; without either nothing is known. */
function hostIn(address: string | undefined): string | undefined {
	const host = /^(?:[a-z][\w+\-.]*:\/\/)?(?:[^#\/?@]*@)?(?<host>\[[^\]]*\]|[^#\/:?]*)/iv.exec(address?.slice(0, longestAddress) ?? '')?.groups?.host;
	return host === undefined || host === '' || host.length > longestHost ? undefined : host.toLowerCase();
}

/** So many characters of an address are looked at: its host stands at the beginning. */
const longestAddress = 1000;
