import {factsOf} from '../instance/facts.js';
import type {Instance} from '../instance/instance.js';
import type {Shown, Subject} from '../sections/section.js';
import {sections, type SectionId} from '../sections/sections.js';

/** Reads the value that a field had in an instance as it was before. */
export type FormerReader = (former: Instance, path: string) => Shown;

/** Makes a reader for one section. It makes the fields of each former instance once, of which there can be thousands. */
export function createFormerReader(id: SectionId, subject: Subject): FormerReader {
	const known = new Map<Instance, ReadonlyMap<string, Shown>>();
	return (former, path) => {
		let values = known.get(former);
		if (values === undefined) {
			const fields = sections[id].fields({...subject, tracked: {...subject.tracked, instance: former}, facts: factsOf(former)});
			// Of several fields with one path the first counts.
			values = new Map(fields.toReversed().map(field => [field.path, field.shown]));
			known.set(former, values);
		}

		return values.get(path) ?? {kind: 'nothing', why: 'missing'};
	};
}
