// Loaded before the program: a file whose path ends in `.hung` is on a file system that answers until a named pipe is made beside it.
// From then on a thread of the process waits for ever at the opening of the pipe, as it would there.
import {existsSync} from 'node:fs';
import fs from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';

const {open} = fs;

Object.assign(fs, {
	open: async (file: string, ...given: readonly number[]) => file.endsWith('.hung') && existsSync(`${file}.pipe`)
		? open(`${file}.pipe`, 'r')
		: open(file, ...given),
});
syncBuiltinESMExports();
