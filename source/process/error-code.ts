/** The system's code of an error, such as `ENOENT`; the error's name where it has none, `unknown` for what is no error. */
export function errorCode(error: unknown): string {
	if (!(error instanceof Error)) {
		return 'unknown';
	}

	return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
