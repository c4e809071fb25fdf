import {
	live,
	trouble,
	type Exchange,
	type Fault,
} from './fault.js';
import {send} from './send.js';

const empty = trouble(/no usable answer .* the answer is empty/v);
const noJson = trouble(/no usable answer .* the answer is no JSON/v);
const noList = trouble(/no usable answer .* the answer has no list of instances/v);

/** Deep enough for anything that calls itself for each level to run out of stack. */
const deep = 200_000;

/** Bodies that are no list, or lists of which something is wrong as a whole. */
export const bodyFaults = [
	fault('empty', 'Nothing at all.', empty, () => ''),
	fault('blank', 'White space alone.', empty, () => ' \r\n\t '),
	fault('bom', 'The list behind a byte order mark.', live(), ({text}) => `\u{FEFF}${text}`),
	fault('invalid-utf8', 'Bytes in a name that are no UTF-8.', live(/● connected\s+�\(� /v), ({text, instances}) => {
		const [before = '', after = ''] = splitOnce(text, `"name":"${instances[0]?.name ?? ''}"`);
		return concat(before, '"name":"', new Uint8Array([0xC3, 0x28, 0xFF]), ' ', instances[0]?.name ?? '', '"', after);
	}),
	fault('utf16', 'The list in UTF-16.', noJson, ({text}) => Uint8Array.from([...text].flatMap(character => [(character.codePointAt(0) ?? 0) % 256, 0]))),
	fault('truncated', 'The list, without its second half.', noJson, ({text}) => text.slice(0, text.length / 2)),
	fault('twice', 'The list, and the list again.', noJson, ({text}) => text + text),
	fault('plain-text', 'A word that is no JSON.', noJson, () => 'OK'),
	fault('nan', 'NaN, which JSON does not know.', noJson, ({text}) => text.replace(/"total":\d+/v, '"total":NaN')),
	fault('deep', 'Nothing but brackets.', noList, () => '['.repeat(deep) + ']'.repeat(deep)),
	fault('deep-meta', 'The list, beside something far too deep.', live(), ({text}) => text.replace('"meta":', () => `"more":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)},"meta":`)),
	fault('scalar', 'A number.', noList, () => '42'),
	fault('null', 'Null.', noList, () => 'null'),
	fault('list-alone', 'The instances without the envelope.', noList, ({instances}) => JSON.stringify(instances)),
	fault('not-success', 'The API\'s error envelope, with 200.', trouble(/no usable answer .* the API said it did not succeed: out of memory/v), () => '{"success":false,"error":{"message":"out of memory"}}'),
	fault('no-instances', 'Success without instances.', noList, () => '{"success":true,"message":"0 Instances found","meta":{"total":0}}'),
	fault('instances-null', 'Null in the place of the instances.', noList, () => '{"success":true,"instances":null,"meta":{"total":0}}'),
	fault('instances-object', 'An object in the place of the instances.', noList, () => '{"success":true,"instances":{"0":{"name":"a"},"length":1},"meta":{"total":1}}'),
	fault('instances-text', 'A text in the place of the instances.', noList, () => '{"success":true,"instances":"none","meta":{"total":0}}'),
	fault('proto-only', 'Instances on `__proto__` alone.', noList, () => '{"success":true,"__proto__":{"instances":[]}}'),
	fault('total', 'A total that has nothing to do with the list.', live(), ({text}) => text.replace(/"total":\d+/v, '"total":-4711')),
	fault('no-meta', 'No total.', live(), ({text}) => text.replace(/,"meta":\{"total":\d+\}/v, '')),
] as const satisfies readonly Fault[];

function fault<const Id extends string>(id: Id, summary: string, expected: Fault['expected'], body: (exchange: Exchange) => string | Uint8Array) {
	return {
		id, summary, expected, strike(exchange: Exchange) {
			send(exchange, {body: body(exchange)});
		},
	};
}

function splitOnce(text: string, part: string): readonly string[] {
	const at = text.indexOf(part);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + part.length)];
}

function concat(...parts: ReadonlyArray<string | Uint8Array>): Uint8Array {
	const encoder = new TextEncoder();
	const all = parts.map(part => typeof part === 'string' ? encoder.encode(part) : part);
	const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of all) {
		whole.set(part, offset);
		offset += part.length;
	}

	return whole;
}
