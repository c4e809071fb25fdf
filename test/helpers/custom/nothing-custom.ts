import {bindings} from '../../../source/core/keymap/bindings.js';

/** What a session is given of the config file where that has nothing of one's own. */
export const nothingCustom = {
	keymap: bindings,
	savedViews: [],
	customCommands: [],
	isReadOnly: false,
	runProgram: async () => ({lines: [], problem: undefined}),
} as const;
