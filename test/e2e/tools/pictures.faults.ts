import {test} from 'node:test';
import {stories} from '../../../tools/picture/stories/stories.js';
import {checkPicture} from './check-picture.js';

test('every picture shows what the program shows today; `npm run pictures` makes them anew', {concurrency: 3}, async t => {
	await Promise.all(stories.map(async story => t.test(story.name, async () => checkPicture(story))));
});
