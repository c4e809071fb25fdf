import {pictureName} from './picture-file.js';
import {stories} from './stories.js';
import type {Story} from './story.js';

/** Write a picture for a page: the light one where its reader prefers light colours. `folder` is the way from the page to the pictures. */
export function writePicture({name, alt}: Pick<Story, 'name' | 'alt'>, folder: string, format: 'png' | 'svg' = 'png'): string {
	const light = `<source media="(prefers-color-scheme: light)" srcset="${folder}/${pictureName(name, 'light', format)}">`;
	return `<picture>${light}<img alt="${alt}" src="${folder}/${pictureName(name, 'dark', format)}"></picture>`;
}

/** Write the part of `docs/screens.md` that is made from the stories: for each its title, its sentence and its picture. */
export function writeScreens(): string {
	return stories.map(story => `## ${story.title}\n\n${story.answers}\n\n${writePicture(story, 'pictures')}\n`).join('\n');
}
