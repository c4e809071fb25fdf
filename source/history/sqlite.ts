import process from 'node:process';
import type sqlite from 'node:sqlite';

/** SQLite as Node brings it. */
export type Sqlite = typeof sqlite;
export type Database = InstanceType<Sqlite['DatabaseSync']>;
export type Statement = ReturnType<Database['prepare']>;

/**
Takes SQLite from Node; `undefined` where this Node has none, as with `--no-experimental-sqlite`. It is taken when it is needed, and not
before: Node 22 warns when the module is loaded that it is experimental, and nothing that Node prints may reach the screen.
*/
export function takeSqlite(): Sqlite | undefined {
	const {emitWarning} = process;
	process.emitWarning = () => undefined;
	try {
		return process.getBuiltinModule('node:sqlite');
	} catch {
		return undefined;
	} finally {
		process.emitWarning = emitWarning;
	}
}
