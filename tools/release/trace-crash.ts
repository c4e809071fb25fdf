import {SourceMap, type SourceMapPayload, type SourceOrigin} from 'node:module';

/** A place in the built program, as V8 writes it into a stack: file, line and column, both from 1 on. */
const place = /file:\/\/[^\s\(\)]*\/(?<part>cli\.js|part-\w+\.js):(?<line>\d+):(?<column>\d+)/gv;

/** Replaces every place in the built program by the place in the sources. A place without a map, or unknown to its map, stays as it is. */
export function traceCrash(report: string, readMap: (part: string) => SourceMapPayload | undefined): string {
	return report.replaceAll(place, (built, part: string, line: string, column: string) => {
		const map = readMap(part);
		const origin: Partial<SourceOrigin> = map === undefined ? {} : new SourceMap(map).findOrigin(Number(line), Number(column));
		const file = origin.fileName?.replace(/^(?:\.\.\/)+/v, '');
		return file === undefined ? built : `${file}:${origin.lineNumber}:${origin.columnNumber}`;
	});
}
