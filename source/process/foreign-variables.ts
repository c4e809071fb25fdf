/**
The variables that libraries of ours read though they are meant for other programs, with what they would do here: draw for a screen reader
(Ink), load developer tools (React through Ink), take another parser of HTTP (undici), refuse the version of Node (yargs-parser, in meow).
*/
export const foreignVariables = [
	'INK_SCREEN_READER', 'DEV', 'JEST_WORKER_ID', 'UNDICI_NO_WASM_SIMD', 'UNDICI_USE_MILO', 'YARGS_MIN_NODE_VERSION',
] as const;

/**
Takes these variables out of the environment of this process, and gives those that were set: a program that is started for the user gets
them again. It has to be called before the libraries are loaded, some of which read them then.
*/
export function takeForeignVariables(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
	const taken: Record<string, string> = {};
	for (const name of foreignVariables) {
		const value = environment[name];
		if (value === undefined) {
			continue;
		}

		taken[name] = value;
		Reflect.deleteProperty(environment, name);
	}

	return taken;
}
