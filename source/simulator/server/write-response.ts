import type {WireInstance} from '../instances/wire-instance.js';
import type {ListAnswer} from './route.js';

/** Makes a writer of response bodies in the API's envelope. It caches the JSON text of each instance until that changes. */
export function createResponseWriter(): (answer: ListAnswer) => string {
	const cache = new WeakMap<WireInstance, string>();

	const writeInstance = (instance: WireInstance) => {
		const text = cache.get(instance) ?? JSON.stringify(instance);
		cache.set(instance, text);
		return text;
	};

	return answer => {
		if (answer.status !== 200) {
			return JSON.stringify({success: false, error: {message: answer.message}});
		}

		const total = answer.instances.length;
		const message = total === 1 ? '1 Instance found' : `${total} Instances found`;
		const instances = answer.instances.map(instance => writeInstance(instance)).join(',');
		return `{"success":true,"message":${JSON.stringify(message)},"instances":[${instances}],"meta":{"total":${total}}}`;
	};
}
