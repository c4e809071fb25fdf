import {bodies} from './bodies/patch.js';
import {builtins} from './builtins/patch.js';
import type {Patch} from './define-patch.js';
import {devtools} from './devtools/patch.js';
import {http2} from './http2/patch.js';
import {inkLineUpdate} from './ink-line-update/patch.js';
import {inkOutput} from './ink-output/patch.js';
import {inkSanitize} from './ink-sanitize/patch.js';
import {meow} from './meow/patch.js';
import {milo} from './milo/patch.js';
import {objectHash} from './object-hash/patch.js';
import {plainBuiltins} from './plain-builtins/patch.js';
import {promClient} from './prom-client/patch.js';
import {stringWidth} from './string-width/patch.js';
import {undici} from './undici/patch.js';
import {yoga} from './yoga/patch.js';

/**
All that the bundle changes in libraries. Each has a folder, whose `patch.ts` says what it replaces, why, what it rests on and when it can
go.

Times are of the processor, to the first grid of 200 instances on Node 24, with the other patches in place.
*/
export const patches: readonly Patch[] = [
	inkOutput, inkLineUpdate, inkSanitize, stringWidth, undici, http2, milo, bodies, plainBuiltins, yoga, builtins, devtools, meow, objectHash, promClient,
];
