import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import test from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as {readonly version: string; readonly scripts: Readonly<Record<string, string>>; readonly dependencies?: unknown; readonly publishConfig: {readonly provenance: boolean}};
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...readdirSync(new URL('docs', root)).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];

test('every npm script that the documents name exists, and contributors learn of all that they need', () => {
	const named = new Set(documents.flatMap(document => read(document).matchAll(/npm (?:run (?<run>[\da-z]+)|(?<short>test|start)\b)/gv).map(({groups}) => groups?.run ?? groups?.short ?? '').toArray()));
	assert.deepEqual([...named].filter(script => !Object.hasOwn(manifest.scripts, script)), []);
	assert.deepEqual(['demo', 'source', 'watch', 'test', 'unit', 'e2e', 'build', 'types', 'lint', 'unused', 'faults', 'soak', 'bench', 'pictures', 'package'].filter(script => !named.has(script)), []);
});

test('every file and folder that the documents name exists', () => {
	// `dist` is there, too: the tests run after the build.
	const named = documents.flatMap(document => read(document).matchAll(/`(?<name>(?:source|test|tools|bench|dist)\b[\w\-.\/]*|[\w\-]+\.(?:md|json))`/gv).map(({groups}) => groups?.name ?? '').toArray());
	assert.ok(named.length > 8);
	assert.deepEqual(named.filter(name => !existsSync(new URL(name, root))), []);
});

test('the changelog has a place for what comes next, and tells of the version that is packed', () => {
	const versions = read('CHANGELOG.md').matchAll(/^## (?<version>\S+)/gmv).map(({groups}) => groups?.version ?? '').toArray();
	assert.deepEqual(versions.slice(0, 2), ['Unreleased', manifest.version]);
});

test('every file that the architecture names exists, and every room has its row', () => {
	const architecture = read('docs/architecture.md');
	const named = architecture.matchAll(/`(?<name>(?:[\-a-z]+\/)+[\-a-z]+\.tsx?)`/gv).map(({groups}) => groups?.name ?? '').toArray();
	assert.ok(named.length > 30);
	assert.deepEqual(named.filter(name => !existsSync(new URL(name, root)) && !existsSync(new URL(`source/${name}`, root))), []);
	const rooms = readdirSync(new URL('source', root)).map(name => name.endsWith('.ts') ? name : `${name}/`);
	assert.deepEqual(rooms.filter(room => !architecture.includes(`\n| \`${room}\` |`)), []);
});

test('every link from a document to a file of the project leads somewhere', () => {
	const links = documents.flatMap(document => read(document).matchAll(/(?:\]\(|\bsrc(?:set)?=")(?!https?:)(?<to>[^\s"\)]+)/gv).map(({groups}) => new URL(groups?.to ?? '', new URL(document, root))).toArray());
	assert.ok(links.some(({pathname, hash}) => pathname.endsWith('/docs/troubleshooting.md') && hash !== ''));
	assert.ok(links.some(({pathname}) => pathname.endsWith('-light.png')));
	assert.deepEqual(links.filter(link => !existsSync(link)).map(String), []);
	const titlesOf = (page: URL) => readFileSync(page, 'utf8').matchAll(/^#+ (?<title>.+)$/gmv).map(({groups}) => groups?.title?.toLowerCase().replaceAll(/[^\w \-]/gv, '').replaceAll(' ', '-') ?? '').toArray();
	assert.deepEqual(links.filter(link => link.hash !== '' && !titlesOf(link).includes(link.hash.slice(1))).map(String), []);
});

test('the README is a front door, which leads to every page', () => {
	const readme = read('README.md');
	assert.ok(readme.split('\n').length <= 180);
	assert.deepEqual(documents.filter(page => page !== 'README.md' && !readme.includes(`](${page})`)), []);
});

test('the steps of a release name what is there, and package.json has no address as long as they say that there is none', () => {
	const releasing = read('docs/releasing.md');
	const files = releasing.matchAll(/`(?<file>(?:\.ci|docs|dist)\/[\w.\/]*|[A-Z]+\.md|package(?:-lock)?\.json)`/gv).map(({groups}) => groups?.file ?? '').toArray();
	assert.ok(files.includes('.ci/run') && files.includes('docs/container/Dockerfile'));
	assert.deepEqual(files.filter(file => !existsSync(new URL(file, root))), []);
	assert.equal(manifest.publishConfig.provenance, true);
	assert.deepEqual(['repository', 'homepage', 'bugs'].filter(field => !releasing.includes(`\`${field}\``)), []);
	const hasNoAddress = releasing.includes('the project has no address yet');
	assert.deepEqual(['repository', 'homepage', 'bugs'].filter(field => Object.hasOwn(manifest, field) === hasNoAddress), []);
});

test('an audit covers the development dependencies, of which the bundle is made', () => {
	assert.equal(manifest.dependencies, undefined);
	const audits = Object.values(manifest.scripts).filter(script => /\bnpm (?:audit|ci|install)\b/v.test(script));
	assert.deepEqual(audits.filter(script => /--omit|--only|--production/v.test(script)), []);
	assert.match(read('docs/releasing.md'), / `npm audit`, .*\n\n`npm audit` has to cover the development dependencies/sv);
});
