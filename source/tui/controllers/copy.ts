import type {Copy} from '../../core/detail/copy.js';
import {openView} from '../views/views.js';
import type {ControllerContext} from './context.js';

/** Copies what the open view shows at its cursor. */
export function copyShown(ports: ControllerContext): void {
	const copy = openView(ports.state()).copy?.(ports);
	if (copy !== undefined) {
		copyResult(ports, copy);
	}
}

/** Copies a text, or shows why there is none. */
export function copyResult({actions, now, copy}: ControllerContext, result: Copy): void {
	if (result.kind === 'none') {
		actions.noticed(`not copied: ${result.why}`, now(), {tone: 'caution'});
	} else {
		copy(result.text, result.what, result.isSecret);
	}
}
