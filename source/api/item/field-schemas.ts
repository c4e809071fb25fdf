import * as v from 'valibot';
import {NumberText} from '../../core/json/number-text.js';
import {isObject} from '../../core/json/value.js';

/** Schema of an object. Unlike `v.object`, it does not accept an array. */
export const recordSchema = v.custom<Readonly<Record<string, unknown>>>(isObject);

/** Schema of a list with items of any type. */
export const listOfAny = v.array(v.unknown());

/** Schema of a text that may come as a number: the API's pages disagree about its type. */
export const word = v.union([
	v.string(),
	v.pipe(v.number(), v.transform(String)),
	v.pipe(v.instance(NumberText), v.transform(({text}) => text)),
]);
