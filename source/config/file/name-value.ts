import {shorten} from '../../core/text/quote.js';
import type {KeyPath, LineOf} from './find-line.js';

/** The config file as messages name places in it: its path as it is shown, and the line of a value. */
type NamedFile = {readonly shown: string; readonly lineOf: LineOf};

/** Names the line of a value in the config file: the file and the line. */
export function nameLine({shown, lineOf}: NamedFile, path: KeyPath): string {
	const line = lineOf(path);
	return `${shown}${line === undefined ? '' : `, line ${line}`}`;
}

/** Names the place of a value in the config file: the file, the line and the key. */
export function nameValue(file: NamedFile, path: KeyPath): string {
	const keys = path.filter(part => typeof part === 'string').map(part => /^[\w\-]+$/v.test(part) ? part : `"${shorten(part)}"`);
	return `${nameLine(file, path)}: ${keys.join('.')}`;
}

/** Puts problems in the order of their lines in the config file. What is wrong elsewhere, as on the command line, comes first as it was. */
export function sortByLine(problems: readonly string[], shown: string): readonly string[] {
	const lineIn = (problem: string) => problem.startsWith(`${shown}, line `) ? Number(/^\d+/v.exec(problem.slice(shown.length + 7))?.[0]) : 0;
	return problems.toSorted((one, other) => lineIn(one) - lineIn(other));
}
