import {eventsMeaning} from './api-events.js';
import {describeBlock} from './descriptor.js';
import {isOn, valueOf} from './field.js';

/** The webhook with the label `default`. The list of the API does not hold any other. */
export const webhook = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled', meaning: 'only the default one of up to three: off here does not mean none'},
	url: {kind: 'url', label: 'URL'},
	events: {kind: 'list', label: 'Events', meaning: eventsMeaning},
}, {
	title: 'Webhook',
	letter: 'W',
	column: 'url',
	oddities: [
		{
			id: 'webhook-no-url',
			words: 'webhook is on with no URL',
			field: 'url',
			// A field is read when it is asked for, so that nobody asks for more than it takes.
			holds: fields => isOn(fields.enabled) && (valueOf(fields.url)?.isEmpty ?? true),
		},
	],
});
