import type fs from 'node:fs';

/** The compiled code of a part, with the checksum of the text that it was made of: V8 itself looks only at how long that is. */
type KeptPart = {readonly text: number; readonly code: Uint8Array};

/** The compiled code of parts of the program, by their names, and by how many runs it was made. */
export type KeptCode = {readonly runs: number; readonly parts: Readonly<Record<string, KeptPart>>};

/** File in which the compiled code of the parts is kept. None of its functions throws: what cannot be kept is compiled anew. */
export type CodeCache = {
	/** What is kept by a program of the same `key`. */
	readonly read: () => KeptCode;
	readonly write: (kept: KeptCode) => void;
};

type CodeCacheOptions = {
	/** The folder of the cache, made where there is none. */
	readonly folder: string;
	readonly file: string;
	/** What the code depends on, beside what V8 itself looks at. */
	readonly key: string;
	/** The own user; `undefined` on a system that has no numbers for users. */
	readonly user: number | undefined;
	/** The own process, after which what is not whole yet is named. */
	readonly pid: number;
	readonly fs: typeof fs;
	readonly crc32: (data: Uint8Array) => number;
};

/** First line of the file; the code of the parts follows it, one after the other. */
type Head = {
	readonly key: string;
	readonly runs: number;
	readonly parts: ReadonlyArray<readonly [name: string, text: number, length: number, crc: number]>;
};

const empty: KeptCode = {runs: 0, parts: {}};

/**
Opens the cache. V8 takes compiled code for what it is, without looking at it, so that it is read only from a file and a folder which are the
own user's alone, and only where its checksum is right.
*/
export function openCodeCache({folder, file, key, user, pid, fs, crc32}: CodeCacheOptions): CodeCache {
	const {
		closeSync, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync,
	} = fs;
	const path = `${folder}/${file}`;
	const isOwn = (stats: fs.Stats, permissions: number) => user === undefined || (stats.uid === user && stats.mode % 0o1000 === permissions);
	const isOwnFolder = () => {
		const stats = lstatSync(folder);
		return stats.isDirectory() && isOwn(stats, 0o700);
	};

	const read = (opened: number): KeptCode => {
		const data = readFileSync(opened);
		let position = data.indexOf('\n') + 1;
		const head = JSON.parse(data.toString('latin1', 0, position)) as Head;
		const parts = head.parts.map(([name, text, length, crc]) => {
			const code = data.subarray(position, position + length);
			position += length;
			return {name, part: {text, code}, isRight: code.length === length && crc32(code) === crc};
		});
		return head.key === key && parts.every(({isRight}) => isRight)
			? {runs: head.runs, parts: Object.fromEntries(parts.map(({name, part}) => [name, part]))}
			: empty;
	};

	return {
		read() {
			try {
				if (!isOwnFolder()) {
					return empty;
				}

				const opened = openSync(path, 'r');
				try {
					return isOwn(fstatSync(opened), 0o600) ? read(opened) : empty;
				} finally {
					closeSync(opened);
				}
			} catch {
				return empty;
			}
		},
		write({runs, parts}) {
			const draft = `${path}.${pid}`;
			try {
				mkdirSync(folder, {mode: 0o700});
			} catch {
				// It is there, or cannot be made.
			}

			try {
				if (!isOwnFolder()) {
					return;
				}

				const head: Head = {key, runs, parts: Object.entries(parts).map(([name, {text, code}]) => [name, text, code.length, crc32(code)] as const)};
				const opened = openSync(draft, 'wx', 0o600);
				try {
					for (const data of [`${JSON.stringify(head)}\n`, ...Object.values(parts).map(({code}) => code)]) {
						writeFileSync(opened, data);
					}
				} finally {
					closeSync(opened);
				}

				renameSync(draft, path);
			} catch {
				try {
					rmSync(draft, {force: true});
				} catch {
					// It stays, and is as harmless as any other file of the temporary folder.
				}
			}
		},
	};
}
