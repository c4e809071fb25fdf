import type {Choices, Random} from './random.js';

/** Area codes of Brazil. */
const areaCodes: Choices<string> = [
	'11', '21', '31', '41', '51', '61', '71', '81', '85', '91', '27', '48', '62', '19', '13', '84', '92', '67', '65', '82',
];

/** Mobile prefixes as they are common in examples. */
const prefixes: Choices<string> = ['99999', '98888', '97777', '96666', '98765', '91234'];

/**
Formats of numbers of other countries, where `#` stands for a free digit:
the United Kingdom (a range reserved for fiction), the United States, Portugal, Argentina and Spain.
*/
const foreignFormats: Choices<string> = ['447700900###', '1202555####', '351910000###', '5491150000###', '34600000###'];

/** One number in nine is foreign; all others are Brazilian. */
const foreignEvery = 9;

/** Makes a generator of the JIDs of believable phone numbers. Each call returns the next one; the first 40,000 are all different. */
export function createJidGenerator(random: Random): () => string {
	const areas = random.shuffle(areaCodes);
	let count = 0;
	return () => {
		count += 1;
		const isForeign = count % foreignEvery === 0;
		const number = isForeign ? foreignNumber((count / foreignEvery) - 1) : localNumber(count, areas, random.pick(prefixes));
		return `${number}@s.whatsapp.net`;
	};
}

function localNumber(index: number, areas: readonly string[], prefix: string): string {
	const area = areas[index % areas.length] ?? areaCodes[0];
	const line = Math.floor(index / areas.length) + 1;
	return `55${area}${prefix}${String(line).padStart(4, '0')}`;
}

function foreignNumber(index: number): string {
	const format = foreignFormats[index % foreignFormats.length] ?? foreignFormats[0];
	const line = String(Math.floor(index / foreignFormats.length) + 1);
	return format.replace(/#+/v, digits => line.padStart(digits.length, '0'));
}
