/**
Countries whose numbers are written in two ways: with the digits after the prefix that WhatsApp adds or leaves out, and without them.
`rest` is the number behind. Brazil's mobile numbers have a 9 that those of many addresses lack; Mexico's and Argentina's have a 1 and a 9
behind the country that only those who call from abroad ever dialled.
*/
const doubles = [
	{prefix: /^55\d{2}/v, extra: '9', rest: /^[6-9]\d{7}$/v},
	{prefix: /^52/v, extra: '1', rest: /^\d{10}$/v},
	{prefix: /^54/v, extra: '9', rest: /^\d{10}$/v},
] as const;

/** The digits of an address as they are, and as they are written otherwise, with a space between. A part of a number is in one of them. */
export function writingsOf(digits: string): string {
	const others = doubles.flatMap(({prefix, extra, rest}) => {
		const [start] = prefix.exec(digits) ?? [];
		if (start === undefined) {
			return [];
		}

		const end = digits.slice(start.length);
		return [
			...rest.test(end) ? [`${start}${extra}${end}`] : [],
			...end.startsWith(extra) && rest.test(end.slice(extra.length)) ? [`${start}${end.slice(extra.length)}`] : [],
		];
	});
	return [digits, ...others].join(' ');
}

/** An address, with or without the part for a device. */
const address = /^(?<digits>\d+)(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/v;

/** What people and programs write between the digits of a number. Braille patterns stand for the invisible marks that come with a copy. */
const between = /[\s\p{Dash}\(\)+\u{2800}-\u{28FF}]/gv;

/** Reads the digits of a part of a number, such as `+55 (11) 9999-0`, or of an address; `undefined` for a text with other characters. */
export function digitsOf(value: string): string | undefined {
	const text = value.normalize('NFKC').replaceAll(between, '').toLowerCase();
	const digits = address.exec(text)?.groups?.digits ?? text.replaceAll('.', '');
	return /^\d+$/v.test(digits) ? digits : undefined;
}

/** Whether a word is an address with the part for a device, whose colon does not end the name of a field. */
export function isDeviceAddress(word: string): boolean {
	return /^[\u{2800}-\u{28FF}]*\+?\d+:\d+@/v.test(word);
}
