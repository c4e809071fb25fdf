import type {
	BlockFields,
	FieldsOf,
	FieldTable,
	FieldValue,
} from '../../core/blocks/descriptor.js';
import type {Block, Field, UnknownField} from '../../core/blocks/field.js';
import {isObject} from '../../core/json/value.js';
import type {TextMask} from '../../core/json/mask.js';
import {unknownFields, Wire} from '../../core/json/wire.js';
import {
	fieldReaders,
	kindReaders,
	type KindReaders,
	type Reader,
} from './field-readers.js';

/** A block as it came. */
type Raw = Readonly<Record<string, unknown>>;

const missing = {kind: 'missing'} as const;
const none = {kind: 'null'} as const;

/**
Makes the reader of a block of the answer, which keeps the fields that are not in `table` as unknown ones.

A field is read when it is asked for: a list shows a third of them, and to mask the texts of 10,000 instances takes longer than to parse
them.
*/
export function blockReader<Table extends FieldTable>(
	table: Table,
	maskText: TextMask,
	kinds?: KindReaders,
): Reader<Block<FieldsOf<Table>>>;
export function blockReader(table: FieldTable, maskText: TextMask, kinds: KindReaders = kindReaders(maskText)): Reader<Block<BlockFields>> {
	const fieldsOf = LateFields.of(table, kinds);
	const names = Object.keys(table);
	const findUnknown = (raw: Raw) => unknownFields(new Wire(raw, maskText), names);
	return raw => {
		if (isObject(raw)) {
			return new LateBlock(raw, fieldsOf(raw), findUnknown);
		}

		return raw === undefined ? missing : (raw === null ? none : {kind: 'unexpected', wire: new Wire(raw, maskText)});
	};
}

/** A block that is an object. */
class LateBlock {
	readonly kind: 'present';
	readonly fields: BlockFields;
	readonly #raw: Raw;
	readonly #findUnknown: (raw: Raw) => readonly UnknownField[];
	#unknown: readonly UnknownField[] | undefined;

	constructor(raw: Raw, fields: BlockFields, findUnknown: (raw: Raw) => readonly UnknownField[]) {
		this.kind = 'present';
		this.fields = fields;
		this.#raw = raw;
		this.#findUnknown = findUnknown;
	}

	get unknown(): readonly UnknownField[] {
		this.#unknown ??= this.#findUnknown(this.#raw);
		return this.#unknown;
	}
}

/** Fields of one block, whose texts are read once. */
class LateFields {
	/** Makes what gives the fields that a table describes. */
	static of(table: FieldTable, kinds: KindReaders): (raw: Raw) => BlockFields {
		class Fields extends LateFields {}

		for (const [index, [name, read]] of fieldReaders(table, kinds).entries()) {
			Object.defineProperty(Fields.prototype, name, {
				get(this: Fields) {
					const raw = this.#raw[name];
					return typeof raw === 'string' ? this.#readOnce(index, read, raw) : read(raw);
				},
			});
		}

		return raw => new Fields(raw);
	}

	readonly [name: string]: Field<FieldValue>;
	readonly #raw: Raw;
	// Most blocks are asked for a flag alone.
	#texts: Array<Field<FieldValue> | undefined> | undefined;

	constructor(raw: Raw) {
		this.#raw = raw;
	}

	#readOnce(index: number, read: Reader<Field<FieldValue>>, raw: string): Field<FieldValue> {
		this.#texts ??= [];
		const field = this.#texts[index] ?? read(raw);
		this.#texts[index] = field;
		return field;
	}
}
