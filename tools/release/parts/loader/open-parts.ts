import {commandWords} from '../../../../source/cli/option.js';
import {openCodeCache, type CodeCache} from './code-cache.js';
import {createParts, type Parts} from './parts.js';

/** Time after which all that a start needs is loaded, in milliseconds. */
const settling = 5000;

/** The exit codes of processes that a signal has ended begin here: such a one may have just begun. */
const firstOfSignals = 128;

const noCache: CodeCache = {
	read: () => ({runs: 0, parts: {}}),
	write() {
		// It is turned off.
	},
};

/**
Opens the parts of the built program, which lie beside its entry, with a cache of their code in the temporary folder, as Node itself has it.
Each command has its own, since it calls other functions. `NODE_DISABLE_COMPILE_CACHE` turns it off, as it does Node's.
*/
export function openParts(entry: string, process: Pick<NodeJS.Process, 'arch' | 'argv' | 'env' | 'getBuiltinModule' | 'getuid' | 'on' | 'pid' | 'version'>): Parts {
	const fs = process.getBuiltinModule('node:fs');
	const {crc32} = process.getBuiltinModule('node:zlib');
	const user = process.getuid?.();
	const parts = createParts({
		entry,
		fs,
		vm: process.getBuiltinModule('node:vm'),
		crc32,
		cache: process.env.NODE_DISABLE_COMPILE_CACHE === '1'
			? noCache
			: openCodeCache({
				folder: `${process.getBuiltinModule('node:os').tmpdir()}/ryzetop-code-${user ?? 'own'}`,
				file: commandWords.find(word => process.argv.includes(word)) ?? 'monitor',
				key: `${process.version} ${process.arch}`,
				user,
				pid: process.pid,
				fs,
				crc32,
			}),
	});
	process.on('exit', code => {
		if (code < firstOfSignals) {
			parts.settle();
		}
	});
	setTimeout(parts.settle, settling).unref();
	return parts;
}
