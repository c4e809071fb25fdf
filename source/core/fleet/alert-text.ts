import type {Instance} from '../instance/instance.js';
import {stateWord} from '../instance/state-word.js';
import {cutMiddle} from '../text/cut-middle.js';
import {cellWidth, takeCells} from '../text/measure.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {instanceName} from './several/instance-name.js';

/** Text of a bell or a notification. */
export type Alert = {
	readonly title: SafeText;
	readonly body: SafeText;
};

/** Instance that fell, and whether it is stuck. */
export type Fallen = {readonly instance: Instance; readonly isStuck: boolean};

/** Most cells of an alert's text, and of one name in it. */
const longestBody = 120;
const longestName = 60;

export function makeAlert(body: string): Alert {
	return {title: sanitize('ryzetop'), body: sanitize(takeCells(body, longestBody))};
}

/**
Describes the fallen: `sales-04: logged out`, or `3 instances are down: sales-04, support and 1 more`. Of several accounts each name has its
account before it.
*/
export function describeFallen(fallen: readonly Fallen[], hasSeveral = false): string {
	const nameOf = (instance: Instance) => cutName(instanceName(instance, hasSeveral));
	const [first] = fallen;
	if (first !== undefined && fallen.length === 1) {
		const {instance, isStuck} = first;
		return `${nameOf(instance)}: ${isStuck ? 'stuck ' : ''}${stateWord(instance.state)}`;
	}

	let sentence = `${fallen.length} instances are down`;
	let names = '';
	for (const [index, {instance}] of fallen.entries()) {
		names += `${index === 0 ? ': ' : ', '}${nameOf(instance)}`;
		const left = fallen.length - index - 1;
		const longer = `${fallen.length} instances are down${names}${left === 0 ? '' : ` and ${left} more`}`;
		if (cellWidth(longer) > longestBody) {
			break;
		}

		sentence = longer;
	}

	return sentence;
}

function cutName(name: SafeText): string {
	return cutMiddle(name, longestName, '…');
}
