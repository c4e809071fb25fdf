import {bodyFaults} from './body-faults.js';
import type {Fault} from './fault.js';
import {httpFaults} from './http-faults.js';
import {itemFaults} from './item-faults.js';
import {limitFaults} from './limit-faults.js';
import {networkFaults} from './network-faults.js';

/** What a server can be told to suffer from, by where it goes wrong. */
export const faultGroups = {
	network: networkFaults,
	http: httpFaults,
	limit: limitFaults,
	body: bodyFaults,
	items: itemFaults,
} as const satisfies Readonly<Record<string, readonly Fault[]>>;

export type FaultGroup = keyof typeof faultGroups;
export type FaultId = (typeof faultGroups)[FaultGroup][number]['id'];

const faults: ReadonlyMap<string, Fault> = new Map(Object.values(faultGroups).flat().map(fault => [fault.id, fault]));

/** The fault of that id. */
export function faultOf(id: FaultId): Fault {
	const fault = faults.get(id);
	if (fault === undefined) {
		throw new Error(`There is no fault ${JSON.stringify(id)}.`);
	}

	return fault;
}
