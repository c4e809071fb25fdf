import {readFileSync} from 'node:fs';
import {findPackageJSON} from 'node:module';

/** The version in the nearest package.json above this file, or above the bundle that contains it; `unknown` if there is none. */
export function readVersion(): string {
	const file = findPackageJSON('.', import.meta.url);
	const manifest: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
	const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
	return hasVersion && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
