import {NumberText} from './number-text.js';
import {
	deepest,
	fieldIn,
	isObject,
	nameInPath,
} from './value.js';

/**
Paths of the fields in which two objects differ (`status`, `webhook.url`). The fields of objects inside them are compared
one by one; a difference that lies deeper counts as a difference of its field.
*/
export function differingFields(one: unknown, other: unknown): readonly string[] {
	return namesOf(one, other).flatMap(name => {
		const [before, after] = [fieldIn(one, name), fieldIn(other, name)];
		if (isSameJson(before, after)) {
			return [];
		}

		const fields = namesOf(before, after).filter(field => !isSameJson(fieldIn(before, field), fieldIn(after, field)));
		const path = nameInPath(name);
		return [path, ...fields.map(field => `${path}.${nameInPath(field)}`)];
	});
}

/**
Whether two JSON values are equal in every field. The order of an object's fields does not matter.
Below the level `deepest` only the kinds are compared: an object, a list, null.
*/
export function isSameJson(one: unknown, other: unknown, depth = 0): boolean {
	if (Object.is(one, other)) {
		return true;
	}

	if (one instanceof NumberText && other instanceof NumberText) {
		return one.text === other.text;
	}

	if (depth >= deepest) {
		return (isObject(one) && isObject(other)) || (Array.isArray(one) && Array.isArray(other));
	}

	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((item, index) => isSameJson(item, other[index], depth + 1));
	}

	if (!isObject(one) || !isObject(other)) {
		return false;
	}

	const names = Object.keys(one);
	return names.length === Object.keys(other).length
		&& names.every(name => Object.hasOwn(other, name) && isSameJson(one[name], other[name], depth + 1));
}

function namesOf(...values: readonly unknown[]): readonly string[] {
	return [...new Set(values.flatMap(value => isObject(value) ? Object.keys(value) : []))];
}
