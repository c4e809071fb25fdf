import {standingOf} from '../instance/integration.js';
import {eventsMeaning} from './api-events.js';
import {blockViews, type Section} from './section.js';

/** The webhook with the label `default`. The list of the API does not hold any other. */
export const webhook: Section = {
	title: 'Webhook',
	standing: ({tracked, facts}) => standingOf(tracked.instance, 'webhook', facts.odd),
	fields: ({tracked}) => blockViews('webhook', tracked.instance.webhook, {
		enabled: {label: 'Enabled', meaning: 'only the default one of up to three: off here does not mean none'},
		url: {label: 'URL'},
		events: {label: 'Events', meaning: eventsMeaning},
	}),
};
