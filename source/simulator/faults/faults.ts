import {bodyFaults} from './body-faults.js';
import {contentFaults} from './content-faults.js';
import type {Fault} from './fault.js';
import {framingFaults} from './framing-faults.js';
import {itemFaults} from './item-faults.js';
import {limitFaults} from './limit-faults.js';
import {networkFaults} from './network-faults.js';
import {redirectFaults} from './redirect-faults.js';
import {sizeFaults} from './size-faults.js';
import {statusFaults} from './status-faults.js';

/** All faults of a server, grouped by the layer that goes wrong: from the connection up to single items of the list. */
export const faultGroups = {
	network: networkFaults,
	http: [...redirectFaults, ...statusFaults, ...contentFaults, ...framingFaults, ...sizeFaults],
	limit: limitFaults,
	body: bodyFaults,
	items: itemFaults,
} as const satisfies Readonly<Record<string, readonly Fault[]>>;

type FaultGroup = keyof typeof faultGroups;
export type FaultId = (typeof faultGroups)[FaultGroup][number]['id'];

const faults: ReadonlyMap<string, Fault> = new Map(Object.values(faultGroups).flat().map(fault => [fault.id, fault]));

/** Finds the fault with an id. */
export function faultOf(id: FaultId): Fault {
	const fault = faults.get(id);
	if (fault === undefined) {
		throw new Error(`There is no fault ${JSON.stringify(id)}.`);
	}

	return fault;
}
