/** The system's code of an error, such as `ENOENT`; the error's name if it has no code, `unknown` if the value is not an error. */
export function errorCode(error: unknown): string {
	if (!(error instanceof Error)) {
		return 'unknown';
	}

	return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
