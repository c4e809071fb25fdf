import type {Choices, Random} from './random.js';

const areaCodes: Choices<string> = ['11', '21', '31', '41', '51', '61', '71', '81', '85', '91', '27', '48', '62', '19', '13', '84', '92', '67', '65', '82'];

/** Mobile prefixes of a kind that examples use. */
const prefixes: Choices<string> = ['99999', '98888', '97777', '96666', '98765', '91234'];

/** Formats of other countries, the free digits as `#`: United Kingdom (a range kept for fiction), United States, Portugal, Argentina, Spain. */
const foreignFormats: Choices<string> = ['447700900###', '1202555####', '351910000###', '5491150000###', '34600000###'];

/** A fleet in Brazil has the odd number from elsewhere. */
const foreignEvery = 9;

/** Makes the source of JIDs of believable numbers: the next one at each call, never the same twice within the first 40,000. */
export function createNumbers(random: Random): () => string {
	const areas = random.shuffle(areaCodes);
	let given = 0;
	return () => {
		given += 1;
		const number = given % foreignEvery === 0 ? foreignNumber((given / foreignEvery) - 1) : localNumber(given, areas, random.pick(prefixes));
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
	return format.replace(/#+/v, free => line.padStart(free.length, '0'));
}
