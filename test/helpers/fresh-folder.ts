import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** An empty folder, for as long as the test's file runs. */
export function freshFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-'));
	process.once('exit', () => {
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
}
