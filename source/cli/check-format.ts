import {eventFormats} from '../output/events/formats.js';
import {formatOptions, type Format} from '../output/format.js';
import {formats} from '../output/formats.js';
import {reportFormats} from '../output/report/formats.js';
import type {Arguments} from './arguments.js';

/** The formats of each command that has several. */
const formatsOf: Readonly<Record<'list' | 'events' | 'report', Readonly<Record<string, Pick<Format, 'takes'>>>>> = {
	list: formats, events: eventFormats, report: reportFormats,
};

/**
Finds options on the command line that the output format of a command does not take. Those of the environment and of the config file need
not fit it.

A name that no format has gives no problem here: the parser of `--output` refuses it. Nor does an option that no format of the command
takes.
*/
export function checkFormat({values, switches}: Arguments, name: string, command: keyof typeof formatsOf = 'list'): readonly string[] {
	const rows = Object.entries(formatsOf[command]);
	const format = rows.find(([row]) => row === name)?.[1];
	return format === undefined
		? []
		: formatOptions.flatMap(({option, why}) => {
			const takers = rows.filter(([, {takes}]) => takes.includes(option)).map(([row]) => row);
			return takers.length === 0 || takers.includes(name) || !(values.has(option) || switches.has(option))
				? []
				: [`--${option} is of no use with --output ${name}: ${why}. Leave it out, or take --output ${takers.join(' or ')}.`];
		});
}
