import {integrations} from '../blocks/blocks.js';
import type {Row} from '../fleet/row.js';
import {sectionIds} from '../sections/sections.js';
import {initialDetail, type FieldPlace} from './detail-view.js';

/**
Where the detail of an instance opens: at the first field that its reasons, in the order of WHY, speak of. The page begins at the top where
they speak of the connection, which is its first section, and where the instance is fine or has left the list.
*/
export function openingPlace({tracked, action, isFlapping, facts}: Row): FieldPlace {
	const {section, field, key, line} = initialDetail;
	const top = {
		section, field, key, line,
	};
	if (tracked.gone !== undefined || action !== 'ok' || tracked.instance.isUnread) {
		return top;
	}

	if (isFlapping) {
		return {...top, section: 'history', key: 'Changes'};
	}

	const path = facts.odd.find(oddity => oddity.path !== undefined)?.path;
	if (path !== undefined) {
		const block = path.split('.', 1)[0];
		return {...top, section: sectionIds.find(id => id === block) ?? section, key: path};
	}

	const troubled = integrations.find((_, index) => facts.integrations[index] === 'trouble');
	return troubled === undefined ? top : {...top, section: troubled};
}
