/** Below this Ink and undici do not load; `engines` in package.json says the same. */
const leastMajor = 22;
const leastMinor = 19;

/** Says in one line that this Node is too old, or nothing if it will do. `version` is as in `process.versions.node`. Stands alone, without imports, so that an old Node can run it. */
export function describeUnfitNode(version: string): string | undefined {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const isFit = major > leastMajor || (major === leastMajor && minor >= leastMinor);
	return isFit ? undefined : `ryzetop needs Node ${leastMajor}.${leastMinor} or newer; this is v${version}.`;
}
