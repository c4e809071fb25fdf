import {registerHooks} from 'node:module';

const replacement = new URL('output.ts', import.meta.url).href;

// Loads Ink with our composition of frames, as the bundle has it. It has to run before Ink is loaded: given to Node with `--import`,
// or imported before an `import()` of Ink. Registered more than once, it comes to the same.
registerHooks({
	resolve(specifier, context, nextResolve) {
		const isRenderer = context.parentURL?.endsWith('/ink/build/renderer.js') === true;
		return specifier === './output.js' && isRenderer ? {url: replacement, shortCircuit: true} : nextResolve(specifier, context);
	},
});
