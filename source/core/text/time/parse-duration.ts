const unitLengths: ReadonlyMap<string, number> = new Map([
	['ms', 1],
	['s', 1000],
	['m', 60_000],
	['h', 3_600_000],
	['d', 86_400_000],
]);

/**
Reads a length of time as options, the config file and filters write it: `500ms`, `90s`, `1.5m`, `2h`, `3d`; a bare number counts seconds.

The result is in whole milliseconds; `undefined` for a text that is no length of time.
*/
export function readDuration(text: string): number | undefined {
	const {amount, unit} = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>ms|[dhms])?$/v.exec(text)?.groups ?? {};
	return amount === undefined ? undefined : Math.round(Number(amount) * (unitLengths.get(unit ?? 's') ?? 1));
}
