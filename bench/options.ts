import {existsSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import type {Tree} from './contestants.js';

/** What a run of the benchmark is asked for. */
export type Options = {
	/** Only some parts, and fewer rounds of them: what is built works, and no figure is worth much. */
	readonly isQuick: boolean;
	/** Words of which a part's name has to have one; all parts without any. */
	readonly only: readonly string[];
	/** Where to write the figures. */
	readonly json: string | undefined;
	/** Another built tree, measured in the same rounds. */
	readonly before: Tree | undefined;
};

/** Reads the arguments; a text is what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
	try {
		const {values} = parseArgs({
			args: [...args],
			options: {
				quick: {type: 'boolean', default: false},
				only: {type: 'string', multiple: true, default: []},
				json: {type: 'string'},
				against: {type: 'string'},
			},
		});
		const cli = values.against === undefined ? undefined : path.resolve(values.against, 'dist/cli.js');
		return cli !== undefined && !existsSync(cli)
			? `There is no ${cli}: build that tree first.`
			: {
				isQuick: values.quick, only: values.only, json: values.json, before: cli === undefined ? undefined : {name: 'before', cli},
			};
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
