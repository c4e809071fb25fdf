/** The modules of Node that the monitor and most commands load anyway, by themselves or by a library. A test tells which is not. */
export const builtins = ['tty', 'net', 'fs/promises', 'child_process', 'timers/promises', 'zlib', 'vm', 'process'] as const;

/** What Node makes when it is first looked at: the one by the program, the other by a library of Ink's. */
const lateGlobals = ['performance', 'navigator'] as const;

/**
Loads modules of Node before a flag of V8 is set. Node carries them compiled, which V8 takes only under the flags that they were compiled
with: later each is compiled anew, 24 ms of processor time to the first grid.
*/
export function loadBuiltins({getBuiltinModule}: Pick<NodeJS.Process, 'getBuiltinModule'>): void {
	for (const name of builtins) {
		getBuiltinModule(`node:${name}`);
	}

	for (const name of lateGlobals) {
		Reflect.get(globalThis, name);
	}
}
