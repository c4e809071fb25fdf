import type {Arguments} from '../../cli/arguments.js';
import {options, type Option} from '../../cli/options.js';
import type {Layer} from '../file/layer.js';
import type {Environment} from '../../core/text/environment.js';
import {chooseColor} from './color.js';

/** Adds what the config file switches on to the command line. What is of no use to this command, or overruled, stays out. */
export function addSwitches(given: Arguments, layers: readonly Layer[], environment: Environment): Arguments {
	const isDemo = given.switches.has('demo');
	const decided = new Set([...given.switches, ...given.refused ?? []]);
	const switches = new Set(given.switches);
	// The variables for colour come before the config file.
	if (chooseColor(false, environment) !== 'auto') {
		decided.add('no-color');
	}

	for (const [name, isOn] of layers.flatMap(layer => [...layer.switches])) {
		const {commands, source}: Option = options[name];
		const isUseful = commands.includes(given.command) && (source === undefined || given.command === 'simulate' || (source === 'demo') === isDemo);
		if (isOn && isUseful && !decided.has(name)) {
			switches.add(name);
		}

		decided.add(name);
	}

	return {...given, switches};
}

/** What the config file says for a demo or an account: a simulated account has none of the real one's instances. */
export function layersFor(layers: readonly Layer[], isDemo: boolean): readonly Layer[] {
	return isDemo ? layers.map(layer => ({...layer, texts: new Map([...layer.texts].filter(([name]) => name !== 'instance'))})) : layers;
}
