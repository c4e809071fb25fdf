import type {Parsed} from '../core/text/parsed.js';
import type {Command} from './option.js';
import type {options, OptionName} from './options.js';

type Rows = typeof options;

/** Whom an option is for: the source of the instances, or the command itself. */
export type SettingsOf = 'account' | 'demo' | 'command';

type OwnerOf<Row> = Row extends {readonly source: infer Source} ? Source : 'command';

type Chosen<Row> = Row extends {readonly choose: (...given: never) => infer Choice} ? Choice : boolean;

type Given<Row> = Row extends {readonly parse: (...given: never) => Parsed<infer Value>} ? Value : never;

type Missing<Row> = Row extends {readonly default: string}
	? never
	: Row extends {readonly otherwise: (...given: never) => infer Value} ? Value : undefined;

/** Value of an option in the settings, as its row parses it. It may be `undefined` where the row has neither a default nor a substitute. */
type OptionValue<Name extends OptionName> = Rows[Name] extends {readonly kind: 'switch'}
	? Chosen<Rows[Name]>
	: Given<Rows[Name]> | Missing<Rows[Name]>;

/** Property of an option in the settings of a command; `never` for an option that is no setting of it. */
type SettingName<Name extends OptionName, Taker extends Command, Owner extends SettingsOf> = Taker extends Rows[Name]['commands'][number]
	? OwnerOf<Rows[Name]> extends Owner ? Extract<Rows[Name]['setting'], string> : never
	: never;

/** Settings of a command, or those of its source: a property for each row of the table of options that lists the command. */
export type Settings<Taker extends Command, Owner extends SettingsOf = 'command'> = {
	readonly [Name in OptionName as SettingName<Name, Taker, Owner>]: OptionValue<Name>;
};
