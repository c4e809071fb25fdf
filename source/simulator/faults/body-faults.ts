import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {errorEnvelope, send} from './send.js';

const empty = trouble(/no usable answer .* the answer is empty/v);
const noJson = trouble(/no usable answer .* the answer is no JSON/v);
const notSuccess = trouble(/no usable answer .* the API said it did not succeed: out of memory/v);
const noList = trouble(/no usable answer .* the answer has no list of instances/v);

const tooDeep = trouble(/no usable answer .* the answer is nested more than 1,000 levels deep/v);

/** Levels of nesting, enough for a parser that calls itself for each level to overflow its stack. */
const depth = 200_000;

/** Bodies that are no list, and lists that are wrong as a whole. */
export const bodyFaults = [
	fault('empty', 'Nothing at all.', empty, () => ''),
	fault('blank', 'White space alone.', empty, () => ' \r\n\t '),
	fault('bom', 'The list behind a byte order mark.', live(), ({text}) => `\u{FEFF}${text}`),
	fault('invalid-utf8', 'Bytes in a name that are no UTF-8.', live(/● connected\s+�\(� /v), ({text, instances}) => {
		const [before = '', after = ''] = splitOnce(text, `"name":"${instances[0]?.name ?? ''}"`);
		return concat(before, '"name":"', new Uint8Array([0xC3, 0x28, 0xFF]), ' ', instances[0]?.name ?? '', '"', after);
	}),
	fault('utf16', 'The list in UTF-16.', noJson, ({text}) => encodeUtf16(text)),
	fault('truncated', 'The list, without its second half.', noJson, ({text}) => text.slice(0, text.length / 2)),
	fault('twice', 'The list, and the list again.', noJson, ({text}) => text + text),
	fault('plain-text', 'A word that is no JSON.', noJson, () => 'OK'),
	fault('nan', 'NaN, which JSON does not know.', noJson, ({text}) => text.replace(/"total":\d+/v, '"total":NaN')),
	fault('deep', 'Nothing but brackets.', tooDeep, () => '['.repeat(depth) + ']'.repeat(depth)),
	fault('deep-meta', 'The list, beside something far too deep.', tooDeep, ({text}) => {
		const nested = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
		return text.replace('"meta":', () => `"more":${nested},"meta":`);
	}),
	fault('scalar', 'A number.', noList, () => '42'),
	fault('null', 'Null.', noList, () => 'null'),
	fault('list-alone', 'The instances without the envelope.', noList, ({instances}) => JSON.stringify(instances)),
	fault('not-success', 'The API\'s error envelope, with 200.', notSuccess, () => errorEnvelope('out of memory')),
	fault('no-instances', 'Success without instances.', noList, () => '{"success":true,"message":"0 Instances found","meta":{"total":0}}'),
	fault('instances-null', 'Null in the place of the instances.', noList, () => '{"success":true,"instances":null,"meta":{"total":0}}'),
	fault(
		'instances-object',
		'An object in the place of the instances.',
		noList,
		() => '{"success":true,"instances":{"0":{"name":"a"},"length":1},"meta":{"total":1}}',
	),
	fault('instances-text', 'A text in the place of the instances.', noList, () => '{"success":true,"instances":"none","meta":{"total":0}}'),
	fault('proto-only', 'Instances on `__proto__` alone.', noList, () => '{"success":true,"__proto__":{"instances":[]}}'),
	fault('total', 'A total that has nothing to do with the list.', live(), ({text}) => text.replace(/"total":\d+/v, '"total":-4711')),
	fault('no-meta', 'No total.', live(), ({text}) => text.replace(/,"meta":\{"total":\d+\}/v, '')),
] as const satisfies readonly Fault[];

/** Makes a fault that answers with 200 and a body of its own. */
function fault<const Id extends string>(
	id: Id,
	summary: string,
	expected: Fault['expected'],
	body: (exchange: Exchange) => string | Uint8Array,
) {
	return {
		id, summary, expected, handle(exchange: Exchange) {
			send(exchange, {body: body(exchange)});
		},
	};
}

/** Encodes a text in UTF-16, little-endian; of a code point beyond 255 only the low byte is kept. */
function encodeUtf16(text: string): Uint8Array {
	return Uint8Array.from([...text].flatMap(character => [(character.codePointAt(0) ?? 0) % 256, 0]));
}

/** Splits a text at the first place of a part, which is left out; the whole text where there is no such part. */
function splitOnce(text: string, part: string): readonly string[] {
	const at = text.indexOf(part);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + part.length)];
}

function concat(...parts: ReadonlyArray<string | Uint8Array>): Uint8Array {
	const encoder = new TextEncoder();
	const chunks = parts.map(part => typeof part === 'string' ? encoder.encode(part) : part);
	const body = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
	let offset = 0;
	for (const chunk of chunks) {
		body.set(chunk, offset);
		offset += chunk.length;
	}

	return body;
}
