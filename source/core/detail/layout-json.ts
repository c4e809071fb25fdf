import {findRanges, markFound} from '../screen/highlight.js';
import {wrapLine} from '../screen/line.js';
import {span, type Tone} from '../screen/span.js';
import type {JsonPart} from '../json/lines.js';
import {wireLines} from '../json/wire.js';
import type {Subject} from '../sections/section.js';
import type {Entry, Layout} from './entry.js';
import {createShortener} from './shorten-long.js';

/** Lays out the instance as it came, with an entry for each line of JSON. Secrets stay masked, even while the detail shows others. */
export function layoutJson({tracked, changes, polledAt}: Subject, {width, symbols, find}: Layout): readonly Entry[] {
	const shorten = createShortener();
	return wireLines(tracked.instance.wire).map(({depth, path, parts}) => {
		const indent = 2 * depth;
		const valueTone: Tone = changes.get(path)?.at === polledAt ? 'fresh' : 'plain';
		const line = shorten(parts.map(part => span(part.kind === 'secret' ? `"${symbols.mask}"` : part.text, jsonTone(part, valueTone))));
		return {
			path,
			name: path,
			meaning: [],
			lines: wrapLine([span(' '.repeat(indent)), ...markFound(line, find, 'found')], width, indent + 2),
			isFound: findRanges(line.map(({text}) => text).join(''), find).length > 0,
		};
	});
}

function jsonTone({kind}: JsonPart, valueTone: Tone): Tone {
	if (kind === 'key') {
		return 'json-key';
	}

	return kind === 'punctuation' || kind === 'secret' ? 'dim' : valueTone;
}
