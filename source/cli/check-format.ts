import {formatOptions} from '../output/format.js';
import {findFormat, formatsTaking} from '../output/formats.js';
import type {Arguments} from './arguments.js';

/**
Finds options on the command line that the output format does not take. Those of the environment and of the config file need not fit it.

A name that no format has gives no problem here: the parser of `--output` refuses it.
*/
export function checkFormat({values, switches}: Arguments, name: string): readonly string[] {
	const taken = new Set(findFormat(name)?.takes ?? formatOptions.map(({option}) => option));
	return formatOptions
		.filter(({option}) => (values.has(option) || switches.has(option)) && !taken.has(option))
		.map(({option, why}) => {
			const takers = formatsTaking(option).join(' or ');
			return `--${option} is of no use with --output ${name}: ${why}. Leave it out, or take --output ${takers}.`;
		});
}
