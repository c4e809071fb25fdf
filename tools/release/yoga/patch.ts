import {readFile} from 'node:fs/promises';
import {definePatch} from '../define-patch.js';

/** The WebAssembly that Yoga's loader carries, as an address. */
const carried = /data:application\/octet-stream;base64,(?<base64>[\w\+\/=]{1000,})/v;

/** The module that waits for it. */
const waits = 'wrapAssembly(await loadYoga())';

/**
Compiles Yoga's WebAssembly at once, by the hook that its loader has for that (Emscripten's `instantiateWasm`).

Why: the loader otherwise fetches its WebAssembly from a `data:` address, for which Node loads all of its own `fetch`: 40 to 50 ms of
processor time to the first grid. And Yoga waits for it at the top of a module, which no script can: the parts of the bundle are scripts.

Rests on: the form of the loader's address, and of the module that waits for it. Can go when Yoga comes without a wait.
*/
export const yoga = definePatch({
	name: 'yoga',
	restsOn: ['yoga-layout'],
	setup(builder, applied) {
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			const base64 = carried.exec(text)?.groups?.base64;
			return base64 === undefined ? undefined : {contents: `${text.replace(carried, '')}\nexport const base64 = '${base64}';`};
		});
		// eslint-disable-next-line require-unicode-regexp -- an expression of Go's
		builder.onLoad({filter: /[/\\]yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			if (!text.includes(waits)) {
				return undefined;
			}

			applied();
			return {contents: text.replace('import loadYoga from', 'import loadYoga, {base64} from').replace(`const Yoga = ${waits};`, atOnce)};
		});
	},
});

const atOnce = `
const assembly = {
	instantiateWasm(imports, receive) {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(base64, 'base64')), imports);
		receive(instance);
		return instance.exports;
	},
};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);`;
