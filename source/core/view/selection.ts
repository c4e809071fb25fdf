import type {InstanceKey} from '../instance/instance.js';
import {clamp, viewport} from '../screen/viewport.js';

/**
Selected instance and former position of the list, as `viewport` takes it. Without an instance the selection rests on the first row,
whichever that is: so it begins, until a person moves it.
*/
export type Selection = {
	readonly key: InstanceKey | undefined;
	readonly line: number;
	readonly isAtTop: boolean;
};

export const restingSelection: Selection = {key: undefined, line: 0, isAtTop: true};

/** Moves the selection by `steps` in a list that is shown in `height` lines. It stops at the ends. */
export function moveSelection(selection: Selection, keys: readonly InstanceKey[], steps: number, height: number): Selection {
	const from = findPlace(keys, selection.key) ?? 0;
	const index = clamp(from + steps, 0, keys.length - 1);
	const shown = viewport({...selection, index: from}, height, keys.length);
	const line = clamp(shown.line + (index - from), 0, Math.max(0, height - 1));
	const {top} = viewport({index, line, isAtTop: shown.top === 0}, height, keys.length);
	return {key: keys[index], line: index - top, isAtTop: top === 0};
}

/**
Scrolls a list that is shown in `height` lines. The selected instance stays selected as long as it is in sight; then it is the nearest one
that is. A selection that rests goes on resting where nothing scrolls.
*/
export function scrollSelection(selection: Selection, keys: readonly InstanceKey[], steps: number, height: number): Selection {
	const from = findPlace(keys, selection.key) ?? 0;
	const shown = viewport({...selection, index: from}, height, keys.length);
	const top = clamp(shown.top + steps, 0, Math.max(0, keys.length - height));
	const index = clamp(from, top, top + height - 1);
	return top === shown.top ? selection : {key: keys[index], line: index - top, isAtTop: top === 0};
}

/** Place of an instance in the list, from 0; `undefined` where it is not in it. A selection that rests is on the first one. */
export function findPlace(keys: readonly InstanceKey[], key: InstanceKey | undefined): number | undefined {
	const index = key === undefined ? 0 : keys.indexOf(key);
	return index === -1 || keys.length === 0 ? undefined : index;
}
