import {metrics, type MetricName} from './table.js';

/** Labels of a series, in the order in which they are written. */
export type Labels = ReadonlyArray<readonly [name: string, value: string]>;

/** The two lines that stand before the samples of a metric. */
export function writeHead(name: MetricName): string {
	const {help, type} = metrics[name];
	return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
}

/** One sample, as a line of the text exposition format. */
export function writeSample(name: MetricName, labels: Labels, value: number): string {
	return `${name}{${writeLabels(labels)}} ${value}\n`;
}

/** Labels as they stand between the braces. */
export function writeLabels(labels: Labels): string {
	return labels.map(([name, value]) => `${name}="${escapeLabel(value)}"`).join(',');
}

/** Characters that the format escapes, or that no UTF-8 can hold. */
const special = /[\n"\\\u{D800}-\u{DFFF}]/v;

/** Escapes backslash, double quote and newline, which the format escapes in a label's value and no others; it becomes well-formed. */
export function escapeLabel(value: string): string {
	return special.test(value)
		? value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`)
		: value;
}

function escapeHelp(help: string): string {
	return help.replaceAll('\\', '\\\\').replaceAll('\n', String.raw`\n`);
}
