import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Plugin, PluginBuild} from 'esbuild';

/** A change to a library that is made while the program is bundled. */
export type Patch = {
	readonly plugin: Plugin;
	/** The npm packages whose insides the patch knows. `package.json` pins each to one version. */
	readonly restsOn: readonly string[];
};

type PatchDescription = {
	readonly name: string;
	readonly restsOn: readonly string[];
	/** Registers the change with esbuild, and calls `applied` each time that it is made. */
	readonly setup: (builder: PluginBuild, applied: () => void) => void;
};

/** Makes a patch that fails the build when it changes nothing: the library has moved what was to be changed. */
export function definePatch({name, restsOn, setup}: PatchDescription): Patch {
	return {
		restsOn,
		plugin: {
			name,
			setup(builder) {
				let isApplied = false;
				setup(builder, () => {
					isApplied = true;
				});
				builder.onEnd(() => isApplied ? undefined : {errors: [{text: `The patch ${name} changes nothing: what it changed has moved.`}]});
			},
		},
	};
}

type Replacement = {
	readonly name: string;
	readonly restsOn: readonly string[];
	/** An expression of Go's, which knows no flags. */
	readonly specifier: RegExp;
	/** The end of the path of the file that imports it, with slashes; any file if left out. */
	readonly importer?: string;
	readonly by: URL;
};

/** Makes a patch that puts a file of ours in the place of a module. */
export function replaceModule({
	name, restsOn, specifier, importer = '', by,
}: Replacement): Patch {
	return definePatch({
		name,
		restsOn,
		setup(builder, applied) {
			builder.onResolve({filter: specifier}, ({importer: from}) => {
				if (!from.split(path.sep).join('/').endsWith(importer)) {
					return undefined;
				}

				applied();
				return {path: fileURLToPath(by)};
			});
		},
	});
}
