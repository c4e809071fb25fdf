import type {Command, Option, ParseContext} from '../../cli/option.js';
import {listOptions, options, type OptionName} from '../../cli/options.js';
import type {Settings, SettingsOf} from '../../cli/settings.js';
import type {OptionReader} from './option-reader.js';

/** Command whose settings are read, and whether they are its own or those of its source. `scenarioNames` are needed for `demo` alone. */
type Wanted<Taker extends Command, Owner extends SettingsOf> = {
	readonly command: Taker;
	readonly owner: Owner;
	readonly scenarioNames?: readonly string[];
};

/** Reads the settings of a command by the table of options; `undefined` if there was a problem with an option that always has a value. */
export function readSettings<Taker extends Command, Owner extends SettingsOf>(
	reading: OptionReader,
	{command, owner, scenarioNames = []}: Wanted<Taker, Owner>,
): Settings<Taker, Owner> | undefined {
	const settings: Record<string, unknown> = {};
	const required: string[] = [];
	for (const [name, option] of listOptions()) {
		if (!(option.setting !== undefined && option.commands.includes(command) && (option.source ?? 'command') === owner)) {
			continue;
		}

		settings[option.setting] = readOption(reading, name, {command, scenarioNames});
		if (option.default !== undefined) {
			required.push(option.setting);
		}
	}

	return isComplete<Settings<Taker, Owner>>(settings, required) ? settings : undefined;
}

/** Reads options before the others, so that their problems come first. */
export function reportFirst(reading: OptionReader, command: Command, names: readonly OptionName[]): void {
	for (const name of names) {
		readOption(reading, name, {command, scenarioNames: []});
	}
}

/** Reads every option that a command takes from the config file, so that all their problems are reported. */
export function reportAll(reading: OptionReader, command: Command, scenarioNames: readonly string[]): void {
	for (const [name, {commands, configures = commands}] of listOptions()) {
		if (configures.includes(command)) {
			readOption(reading, name, {command, scenarioNames});
		}
	}
}

/** Reads one option by its row; `undefined` if there was a problem, or if the option has no value. */
function readOption(reading: OptionReader, name: OptionName, context: ParseContext): unknown {
	const option: Option = options[name];
	if (option.kind === 'switch') {
		return option.choose?.(reading.isOn(name), reading.environment) ?? reading.isOn(name);
	}

	if (option.setting === undefined) {
		return undefined;
	}

	const {parse, otherwise} = option;
	return reading.read(name, text => parse(text, context)) ?? otherwise?.(context);
}

/** Whether no required value is missing. The type of each value is the one that the parser of its row gives. */
function isComplete<Complete>(
	settings: Readonly<Record<string, unknown>>,
	required: readonly string[],
): settings is Complete & Readonly<Record<string, unknown>> {
	return required.every(name => settings[name] !== undefined);
}
