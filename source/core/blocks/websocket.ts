import {eventsMeaning} from './api-events.js';
import {describeBlock} from './descriptor.js';

export const websocket = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled'},
	events: {kind: 'list', label: 'Events', meaning: eventsMeaning},
	mediaBase64: {kind: 'flag', label: 'Media as Base64', meaning: 'media comes inside the event'},
}, {title: 'WebSocket', letter: 'S'});
