import process from 'node:process';
import type {TestContext} from 'node:test';

/** Sets a variable of this process, or deletes it. */
export type SetVariable = (name: string, value: string | undefined) => void;

/**
Lets one test change the environment of its process. Other test files share that process, so every variable is put back when the test
ends.
*/
export function changeEnvironment(t: TestContext): SetVariable {
	const former = new Map<string, string | undefined>();
	t.after(() => {
		for (const [name, value] of former) {
			assign(name, value);
		}
	});
	return (name, value) => {
		if (!former.has(name)) {
			former.set(name, process.env[name]);
		}

		assign(name, value);
	};
}

function assign(name: string, value: string | undefined): void {
	if (value === undefined) {
		Reflect.deleteProperty(process.env, name);
	} else {
		process.env[name] = value;
	}
}
