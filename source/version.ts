import {readFileSync} from 'node:fs';

/** The version in package.json, which lies one folder above this file and above the bundle alike. Meow knows it too, but looks at the whole of the file first. */
export function readVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	return typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
