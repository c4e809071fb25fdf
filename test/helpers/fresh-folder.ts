import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

const folders: string[] = [];

process.once('exit', () => {
	for (const folder of folders) {
		rmSync(folder, {recursive: true, force: true});
	}
});

/** An empty folder, which is removed when the process of the tests ends. */
export function freshFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-'));
	folders.push(folder);
	return folder;
}
