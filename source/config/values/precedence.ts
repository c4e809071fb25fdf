import type {Arguments} from '../../cli/arguments.js';
import type {Option} from '../../cli/option.js';
import {options, type OptionName} from '../../cli/options.js';
import type {Layer} from '../file/layer.js';
import type {Environment} from '../../core/text/environment.js';
import {chooseColor} from '../../cli/values/color.js';

/** Adds the switches of the config file to the command line, except those that the command does not take or that are overruled. */
export function addSwitches(given: Arguments, layers: readonly Layer[], environment: Environment): Arguments {
	const isDemo = given.switches.has('demo');
	const decided = new Set([...given.switches, ...given.negated ?? [], ...given.values.has('history') ? ['no-history' as const] : []]);
	const switches = new Set(given.switches);
	// The environment's variables for colour come before the config file.
	if (chooseColor(false, environment) !== 'auto') {
		decided.add('no-color');
	}

	for (const {name, isOn} of layers.flatMap(layer => switchesOf(layer))) {
		const {commands, source, configures = commands}: Option = options[name];
		const isForSource = source === undefined || given.command === 'simulate' || (source === 'demo') === isDemo;
		if (isOn && configures.includes(given.command) && isForSource && !decided.has(name)) {
			switches.add(name);
		}

		decided.add(name);
	}

	return {...given, switches};
}

/** The switches of a layer. A layer that names a file for the memory switches it on, whatever a layer below it says. */
function switchesOf({texts, switches}: Layer): ReadonlyArray<{readonly name: OptionName; readonly isOn: boolean}> {
	const named = switches.entries().map(([name, isOn]) => ({name, isOn})).toArray();
	return texts.has('history') ? [...named, {name: 'no-history', isOn: false}] : named;
}

/** Gives the layers for an account or a demo. The option `instance` is left out for a demo, which has none of the account's instances. */
export function layersFor(layers: readonly Layer[], isDemo: boolean): readonly Layer[] {
	return isDemo ? layers.map(layer => ({...layer, texts: new Map([...layer.texts].filter(([name]) => name !== 'instance'))})) : layers;
}
