import type {Secret} from '../text/secret.js';
import type {SafeText} from '../text/sanitize.js';
import type {Field, TimeText, UrlText} from './field.js';

/** Kinds of fields, with the type of the value of each. A `word-text` is a text that may come as a number. */
export type ValueOfKind = {
	readonly flag: boolean;
	readonly text: SafeText;
	readonly 'word-text': SafeText;
	readonly secret: Secret;
	readonly url: UrlText;
	readonly list: readonly SafeText[];
	readonly time: TimeText;
};

export type FieldKind = keyof ValueOfKind;

/** Value of a field of any kind. */
export type FieldValue = ValueOfKind[FieldKind];

/**
Descriptor of a field: the kind of its value, its label, and its meaning where the label does not say it.
`words` are the values that the API documents for it; the filter field of an integration takes them as well.
*/
export type FieldDescriptor = {
	readonly kind: FieldKind;
	readonly label: string;
	readonly meaning?: string;
	readonly words?: readonly string[];
};

/** Descriptors of fields by their names in the answer, in the order of the detail. */
export type FieldTable = Readonly<Record<string, FieldDescriptor>>;

/** Type of the fields that a table describes. */
export type FieldsOf<Table extends FieldTable> = {readonly [Name in keyof Table]: Field<ValueOfKind[Table[Name]['kind']]>};

/** Fields of any block. */
export type BlockFields = Readonly<Record<string, Field<FieldValue>>>;

/**
An oddity that concerns one block, as a function of its fields; `field` is the one to look at. Without the block it does not hold.
*/
export type BlockOddity<Table extends FieldTable> = {
	readonly id: string;
	readonly words: string;
	readonly field: keyof Table & string;
	readonly holds: (fields: FieldsOf<Table>) => boolean;
};

/** Descriptor of a block, as the functions that take any block use it. */
export type BlockDescriptor = {
	readonly title: string;
	readonly fields: FieldTable;
	readonly letter?: string;
	readonly column?: string;
};

/** Names of the fields that a column can show. */
type ColumnField<Table extends FieldTable> = {
	[Name in keyof Table & string]: Table[Name]['kind'] extends 'secret' ? never : Name
}[keyof Table & string];

/**
What a block has beside its fields. `title` is the title of its section. `letter` makes it an integration, with a standing in the
column WSCP3 and a filter field; only a block with the flag `enabled` can be one. `column` names the field that the column of the
block shows; there is no column without it.
*/
type BlockOptions<Table extends FieldTable> = {
	readonly title: string;
	readonly letter?: Table extends {readonly enabled: {readonly kind: 'flag'}} ? string : never;
	readonly column?: ColumnField<Table>;
	readonly oddities?: ReadonlyArray<BlockOddity<Table>>;
};

/** Describes a block. The kinds of its fields stay literal types, so that the type of the block can be inferred from them. */
export function describeBlock<const Table extends FieldTable, const Options extends BlockOptions<Table>>(
	fields: Table,
	options: Options,
): Options & {readonly fields: Table; readonly oddities: ReadonlyArray<BlockOddity<Table>>} {
	return {...options, fields, oddities: options.oddities ?? []};
}
