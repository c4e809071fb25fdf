/** The part of `process` that knows the working folder. */
export type FolderOwner = {
	cwd: () => string;
	readonly env: Readonly<Record<string, string | undefined>>;
};

/**
Makes sure that asking for the working folder never fails. It does where somebody has removed the folder, and then libraries fall over it as
they load, and any relative path where it is completed. The answer is then the path that the shell still tells (`PWD`), which names nothing:
what has to be read or written there is missing, as it would be in any other folder. Node keeps the first answer for later.
*/
export function keepWorkingFolder(process: FolderOwner): void {
	try {
		process.cwd();
	} catch {
		const {PWD: told = ''} = process.env;
		process.cwd = () => told.startsWith('/') ? told : '/';
	}
}
