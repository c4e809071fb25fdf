/** Characters as the collation of Unicode orders them by their primary weights, which are the same for both cases of a letter. */
const order = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz';

/** The place in that order, from 1, of each character of Latin-1 without its accent; 0 where it has none. */
const places = Uint8Array.from({length: 0x1_00}, (_, code) => {
	const [base = ''] = String.fromCodePoint(code).normalize('NFD');
	return order.indexOf(base.toLowerCase()) + 1;
});

const zero = order.indexOf('0') + 1;
const nine = order.indexOf('9') + 1;

/**
Compares two texts as `Intl.Collator` does for `en` with `numeric` and the sensitivity `base`. `undefined` where it does not tell: they do
not differ before the end of one, or what comes first has another character, or a number that begins with a zero.
*/
export function comparePlain(one: string, other: string): number | undefined {
	const length = Math.min(one.length, other.length);
	// Where the number begins that the present characters belong to, or would begin.
	let number = 0;
	for (let at = 0; at < length; at++) {
		const place = placeAt(one, at);
		const otherPlace = placeAt(other, at);
		if (place === 0 || otherPlace === 0) {
			return undefined;
		}

		if (place !== otherPlace) {
			const isEitherDigit = isDigit(place) || isDigit(otherPlace);
			const isInNumbers = number < at ? isEitherDigit : isDigit(place) && isDigit(otherPlace);
			return isInNumbers ? compareNumbers(one, other, {number, difference: place - otherPlace}) : place - otherPlace;
		}

		if (!isDigit(place)) {
			number = at + 1;
		}
	}

	return undefined;
}

/** Compares the numbers that begin at one position of two texts: the longer is greater, or else the first different digit decides. */
function compareNumbers(
	one: string,
	other: string,
	{number, difference}: {readonly number: number; readonly difference: number},
): number | undefined {
	if (placeAt(one, number) === zero || placeAt(other, number) === zero) {
		return undefined;
	}

	const byLength = endOfNumber(one, number) - endOfNumber(other, number);
	return byLength === 0 ? difference : byLength;
}

function endOfNumber(text: string, from: number): number {
	let at = from;
	while (isDigit(placeAt(text, at))) {
		at += 1;
	}

	return at;
}

function placeAt(text: string, at: number): number {
	return places[text.codePointAt(at) ?? Infinity] ?? 0;
}

function isDigit(place: number): boolean {
	return place >= zero && place <= nine;
}
