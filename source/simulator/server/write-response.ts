import type {WireInstance} from '../instances/wire-instance.js';
import type {ListAnswer} from './route.js';

/** Makes a writer of the API's envelopes. It remembers the text of each instance for as long as that does not change, so that a large fleet costs little. */
export function createResponseWriter(): (answer: ListAnswer) => string {
	const texts = new WeakMap<WireInstance, string>();

	const writeInstance = (instance: WireInstance) => {
		const text = texts.get(instance) ?? JSON.stringify(instance);
		texts.set(instance, text);
		return text;
	};

	return answer => {
		if (answer.status !== 200) {
			return JSON.stringify({success: false, error: {message: answer.message}});
		}

		const total = answer.instances.length;
		const message = total === 1 ? '1 Instance found' : `${total} Instances found`;
		return `{"success":true,"message":${JSON.stringify(message)},"instances":[${answer.instances.map(instance => writeInstance(instance)).join(',')}],"meta":{"total":${total}}}`;
	};
}
