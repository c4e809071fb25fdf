import {readFileSync} from 'node:fs';
import {findPackageJSON} from 'node:module';

/** The version in the nearest package.json above this file, or above the bundle it has become part of; `unknown` without one. */
export function readVersion(): string {
	const file = findPackageJSON('.', import.meta.url);
	const manifest: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
	return typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
