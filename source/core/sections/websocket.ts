import {standingOf} from '../instance/integration.js';
import {eventsMeaning} from './api-events.js';
import {blockViews, type Section} from './section.js';

export const websocket: Section = {
	title: 'WebSocket',
	standing: ({tracked, facts}) => standingOf(tracked.instance, 'websocket', facts.odd),
	fields: ({tracked}) => blockViews('websocket', tracked.instance.websocket, {
		enabled: {label: 'Enabled'},
		events: {label: 'Events', meaning: eventsMeaning},
		mediaBase64: {label: 'Media as Base64', meaning: 'media comes inside the event'},
	}),
};
