import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {moving} from '../../../../tools/picture/moving/story.js';
import {stories} from '../../../../tools/picture/stories/stories.js';
import {writePicture, writeScreens} from '../../../../tools/picture/stories/write-picture.js';

const root = new URL('../../../../', import.meta.url);
const read = (page: string) => readFileSync(new URL(page, root), 'utf8');

test('a picture is the light one where its reader prefers light colours, and the dark one elsewhere', () => {
	assert.equal(
		writePicture({name: 'fleet', alt: 'The grid'}, 'pictures'),
		'<picture><source media="(prefers-color-scheme: light)" srcset="pictures/fleet-light.png"><img alt="The grid" src="pictures/fleet-dark.png"></picture>',
	);
});

test('the page of the screens is the one made from the stories', () => {
	const [, made] = /<!-- screens: [^\n]*-->\n\n(?<made>.*?)\n\n<!-- \/screens -->/sv.exec(read('docs/screens.md')) ?? [];
	assert.equal(made, writeScreens().trimEnd());
});

test('every picture of a page is one of a story, with its words', () => {
	const pages = ['README.md', ...readdirSync(new URL('docs', root)).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];
	const shown = pages.flatMap(page => read(page).matchAll(/<picture>.*?<\/picture>|<img .*?>|!\[.*?\]\(.*?\)/gv).map(([picture]) => ({page, picture})).toArray());
	const strange = shown.filter(({page, picture}) => {
		const folder = page === 'README.md' ? 'docs/pictures' : 'pictures';
		return picture !== writePicture(moving, folder, 'svg') && stories.every(story => picture !== writePicture(story, folder));
	});
	assert.ok(shown.some(({page}) => page === 'README.md'));
	assert.deepEqual(strange, []);
});

test('the words of a picture need no escaping where they stand', () => {
	assert.deepEqual([moving, ...stories].filter(({alt}) => ['"', '&', '<', '>'].some(character => alt.includes(character))).map(({name}) => name), []);
});
