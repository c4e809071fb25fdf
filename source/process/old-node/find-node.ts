import {existsSync, realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** Where npm puts the Node of a clone, seen from the file that `ryzetop` is a link to. A package has no folder of that name in it. */
const place = '../node_modules/node/bin/node';

/**
The Node that the clone brings, where the program runs from a clone: its file. `entry` is the address of the file that was started, without
links, and `running` the Node that runs now, which is not given: it would only find out once more that it is too old.
*/
export function findNode(entry: string, running: string): string | undefined {
	const file = fileURLToPath(new URL(place, entry));
	return existsSync(file) && realpathSync(file) !== realpathSync(running) ? file : undefined;
}
