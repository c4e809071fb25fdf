import {describeBlock} from './descriptor.js';

/** Profile of the number, as contacts see it on WhatsApp. */
export const profile = describeBlock({
	name: {kind: 'text', label: 'Name', meaning: 'the display name on WhatsApp'},
	pictureUrl: {kind: 'url', label: 'Picture URL', meaning: 'from WhatsApp\'s cache; it may expire'},
	isBusiness: {kind: 'flag', label: 'Business', meaning: 'whether it is a WhatsApp Business account'},
	businessName: {kind: 'text', label: 'Business name', meaning: 'empty unless it is one'},
}, {title: 'Profile'});
