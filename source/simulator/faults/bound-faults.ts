import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {send} from './send.js';

const compressGzip = promisify(gzip);

const mebibyte = 1024 * 1024;

const tooManyItems = trouble(/no usable answer .* the answer lists more than 120,000 instances/v);
const tooManyValues = trouble(/no usable answer .* the answer has too many fields and values/v);
const tooDeep = trouble(/no usable answer .* the answer is nested more than 1,000 levels deep/v);

/** Lists that are a few kilobytes on the wire, and would take minutes or gigabytes to read. */
export const boundFaults = [
	packed('million-items', 'Twenty-one million empty items, in 62 MiB.', tooManyItems, () => `{"instances":[${'{},'.repeat(62 * mebibyte / 3)}{}]}`),
	packed('million-keys', 'An instance of a million fields.', tooManyValues, ({instances}) => {
		const fields = Array.from({length: 1_000_000}, (_, index) => `"k${index}":1`).join(',');
		return withField(instances, `"more":{${fields}}`);
	}),
	packed('million-brackets', '8 MiB of opening brackets.', tooDeep, () => '['.repeat(8 * mebibyte)),
	packed('deep-item', '8 MiB of opening brackets in a list.', tooDeep, () => `{"instances":[${'['.repeat(8 * mebibyte)}`),
	packed('deep-field', 'A field that is forty thousand levels deep.', tooDeep, ({instances}) =>
		withField(instances, `"more":${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`)),
	packed('long-text', 'A text of 6 MiB.', live(), ({instances}) => withField(instances, `"more":"${'x'.repeat(6 * mebibyte)}"`)),
	packed('long-names', 'A name of 6 MiB of escape sequences, and one of addresses.', live(/␛\[6n␛/v), ({instances}) => {
		const [first, second, ...others] = instances;
		return JSON.stringify({
			instances: [
				{...first, name: '\u{1B}[6n'.repeat(mebibyte)},
				{...second, name: '://a@'.repeat(mebibyte)},
				...others,
			],
		});
	}),
	packed('long-addresses', 'A text of 4 MiB of addresses with passwords.', live(), ({instances}) =>
		withField(instances, `"more":"${'://a@'.repeat(4 * mebibyte / 5)}"`)),
	packed('million-blanks', '60 MiB of blanks.', trouble(/no usable answer .* the answer is empty/v), () => ' '.repeat(60 * mebibyte)),
] as const satisfies readonly Fault[];

/** Makes a fault that answers with 200 and a compressed body. */
function packed<const Id extends string>(
	id: Id,
	summary: string,
	expected: Fault['expected'],
	body: (exchange: Exchange) => string,
) {
	return {
		id, summary, expected, async handle(exchange: Exchange) {
			send(exchange, {headers: {'content-encoding': 'gzip'}, body: await compressGzip(body(exchange), {level: 1})});
		},
	};
}

/** Writes the list with one more field in its first instance. */
function withField(instances: readonly unknown[], field: string): string {
	return JSON.stringify({success: true, instances}).replace('"instances":[{', () => `"instances":[{${field},`);
}
