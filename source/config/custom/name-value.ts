import {shorten} from '../../core/text/quote.js';
import type {KeyPath} from '../file/find-line.js';
import type {Config} from '../file/load.js';

/** Names the place of a value in the config file: the file, the line and the key. */
export function nameValue({shown, lineOf}: Pick<Config, 'shown' | 'lineOf'>, path: KeyPath): string {
	const line = lineOf(path);
	const keys = path.filter(part => typeof part === 'string').map(part => /^[\w\-]+$/v.test(part) ? part : `"${shorten(part)}"`);
	return `${shown}${line === undefined ? '' : `, line ${line}`}: ${keys.join('.')}`;
}
