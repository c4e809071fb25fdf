import {blockViews, type Section} from './section.js';

/** Profile of the number, as contacts see it on WhatsApp. */
export const profile: Section = {
	title: 'Profile',
	standing: ({tracked}) => tracked.instance.profile.kind === 'present' ? 'none' : 'missing',
	fields: ({tracked}) => blockViews('profile', tracked.instance.profile, {
		name: {label: 'Name', meaning: 'the display name on WhatsApp'},
		pictureUrl: {label: 'Picture URL', meaning: 'from WhatsApp\'s cache; it may expire'},
		isBusiness: {label: 'Business', meaning: 'whether it is a WhatsApp Business account'},
		businessName: {label: 'Business name', meaning: 'empty unless it is one'},
	}),
};
