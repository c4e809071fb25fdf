import {headerRows, wheelLines} from '../../core/screen/geometry.js';
import type {Pointed} from '../../core/screen/pointer.js';
import {openView} from '../views/views.js';
import type {ControllerContext} from './context.js';

/** Gives what the mouse asks for in the body to the open view. While a person types, is asked or has a menu open, it does nothing. */
export function pointAt(ports: ControllerContext, pointed: Pointed): void {
	const geometry = ports.layout();
	const {prompt, question, menu} = ports.state().view;
	if (prompt !== undefined || menu !== undefined || question !== undefined || geometry.kind !== 'full') {
		return;
	}

	const {width, height} = geometry.body;
	const row = pointed.row - headerRows;
	if (row < 0 || row >= height || pointed.column >= width) {
		return;
	}

	const open = openView(ports.state());
	if (open.point !== undefined) {
		open.point(ports, {...pointed, row});
	} else if (pointed.kind === 'wheel') {
		open.move(ports, () => pointed.steps * wheelLines);
	}
}
