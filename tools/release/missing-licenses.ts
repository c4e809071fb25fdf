/** Copyright holders of packages without the text of their licence, by their readme or sources. All are under the MIT licence. */
const holders: ReadonlyMap<string, string> = new Map([
	['@alcalzone/ink-table', 'Matic Zavadlal'],
	['yoga-layout', 'Meta Platforms, Inc. and affiliates'],
]);

/** The licence of a package that has no file of it. Throws for a package that is not listed above: its holder has to be looked up. */
export function missingLicense(name: string, license: string | undefined): string {
	const holder = holders.get(name);
	if (holder === undefined || license !== 'MIT') {
		throw new Error(`The licence of ${name} (${license ?? 'unnamed'}) has no file, and is not in tools/release/missing-licenses.ts.`);
	}

	return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
