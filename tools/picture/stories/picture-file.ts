import {createHash} from 'node:crypto';
import type {Theme} from './story.js';

/** The keyword of what the metadata of each picture tell of its screen. */
export const screenKeyword = 'Screen';

/** Name the file of a picture in a theme. */
export function pictureName(name: string, theme: Theme, format: 'png' | 'svg' = 'png'): string {
	return `${name}-${theme}.${format}`;
}

/** Find a file in the folder of the pictures. */
export function pictureFile(file: string): URL {
	return new URL(`../../../docs/pictures/${file}`, import.meta.url);
}

/**
Choose what the metadata of a picture tell of its screen. The dark picture has the whole description, by which a test tells what changed. The
light one, which is of the same screen, has a digest of it, since the description takes as much room as a tenth of the picture.
*/
export function noteScreen(description: string, theme: Theme): string {
	return theme === 'dark' ? description : createHash('sha256').update(description).digest('hex');
}
