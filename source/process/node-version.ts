/** Ink and undici do not load in older versions than this; `engines` in package.json has the same version. */
const leastMajor = 22;
const leastMinor = 19;

/**
Says in one line that this Node is too old, and gives `undefined` if it is new enough.
`version` has the form of `process.versions.node`. The file imports nothing, so that an old Node can run it.
*/
export function describeOldNode(version: string): string | undefined {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const isNewEnough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
	return isNewEnough ? undefined : `ryzetop needs Node ${leastMajor}.${leastMinor} or newer; this is v${version}.`;
}
