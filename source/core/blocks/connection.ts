import {describeBlock} from './descriptor.js';

/** Connection of the instance to WhatsApp. */
export const connection = describeBlock({
	state: {kind: 'text', label: 'State', meaning: 'of the connection to WhatsApp'},
	numberJid: {kind: 'text', label: 'Number JID', meaning: 'the address on WhatsApp; null until it is paired'},
	presenceStatus: {kind: 'text', label: 'Presence', meaning: 'what contacts see; it is not health'},
	displayStatus: {kind: 'text', label: 'Display status'},
}, {title: 'Connection'});
