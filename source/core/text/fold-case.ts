const printableAscii = /^[\u{20}-\u{7E}]*$/v;
const marks = /\p{Mark}/gv;

/** A text as the filter compares it: lower case, without accents. */
export function foldCase(text: string): string {
	return printableAscii.test(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(marks, '').toLowerCase();
}

const lastingUnits: Readonly<Record<string, number>> = {
	s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000,
};

/** A length of time such as `5m` or `90s`, in milliseconds; a bare number counts minutes. */
export function parseLasting(text: string): number | undefined {
	const {amount, unit} = /^(?<amount>\d{1,9}(?:\.\d{1,3})?)(?<unit>[dhms]?)$/iv.exec(text)?.groups ?? {};
	return amount === undefined ? undefined : Number(amount) * (lastingUnits[unit?.toLowerCase() ?? ''] ?? lastingUnits.m ?? 0);
}
