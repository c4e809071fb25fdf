// Loaded before the program: what is at or below a path that ends in `.hung` is on a file system that answers until a named pipe is made
// beside that path. From then on a thread of the process waits for ever at the opening of the pipe, as it would there.
import {existsSync} from 'node:fs';
import fs, {type FileHandle} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';

const {open, stat} = fs;

/** Waits for ever where the file system of that path does not answer. */
async function hang(file: string): Promise<void> {
	const pipe = file.replace(/(?<=\.hung)(?:\/.*)?$/v, '.pipe');
	if (pipe !== file && existsSync(pipe)) {
		await open(pipe, 'r');
	}
}

Object.assign(fs, {
	async open(file: string, ...given: readonly number[]): Promise<FileHandle> {
		await hang(file);
		const handle = await open(file, ...given);
		const ofHandle = handle.stat.bind(handle);
		return Object.assign(handle, {
			async stat() {
				await hang(file);
				return ofHandle();
			},
		});
	},
	async stat(file: string) {
		await hang(file);
		return stat(file);
	},
});
syncBuiltinESMExports();
