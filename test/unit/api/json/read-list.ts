import {readJson} from '../../../../source/core/json/late.js';

/** What the parser said, with the values of the items of a list in place of the items. */
export const readList = (parsed: unknown): unknown => typeof parsed === 'object' && parsed !== null && 'instances' in parsed && Array.isArray(parsed.instances)
	? {...parsed, instances: parsed.instances.map(item => readJson(item))}
	: parsed;
