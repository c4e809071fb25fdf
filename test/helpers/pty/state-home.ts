import path from 'node:path';
import {freshFolder} from '../fresh-folder.js';

let folder: string | undefined;
let count = 0;

/**
A state folder that no other program of the tests has: what one remembers must not be seen by another, nor by the developer's own. It is not
there yet; the program makes it, and it is removed when the process of the tests ends.
*/
export function freshStateHome(): string {
	folder ??= freshFolder();
	count++;
	return path.join(folder, String(count));
}
