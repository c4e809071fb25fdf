import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

const folders: string[] = [];

/** An empty folder, which is removed when the process of the tests ends. */
export function freshFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-'));
	if (folders.length === 0) {
		process.once('exit', removeFolders);
	}

	folders.push(folder);
	return folder;
}

function removeFolders(): void {
	for (const folder of folders) {
		rmSync(folder, {recursive: true, force: true});
	}
}
