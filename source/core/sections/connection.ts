import {fieldOf, valueOf} from '../instance/instance.js';
import {seenSince} from '../fleet/since.js';
import {formatJid} from '../instance/phone.js';
import {
	blockViews,
	showField,
	unknownViews,
	view,
	type Section,
} from './section.js';

/** Connection of the instance to WhatsApp, and the fields that identify the instance. */
export const connection: Section = {
	title: 'Connection',
	standing: ({tracked, facts}) => tracked.instance.state.kind === 'connected'
		? (facts.odd.some(oddity => oddity.integration === undefined) ? 'trouble' : 'on')
		: (tracked.instance.connection.kind === 'present' ? 'trouble' : 'missing'),
	fields({tracked, facts, coverage}) {
		const {instance} = tracked;
		const since = seenSince(tracked.since, coverage);
		const jid = valueOf(fieldOf(instance.connection, 'numberJid'));
		return [
			...blockViews('connection', instance.connection, {
				state: {label: 'State', meaning: 'of the connection to WhatsApp'},
				numberJid: {label: 'Number JID', meaning: 'the address on WhatsApp; null until it is paired'},
				presenceStatus: {label: 'Presence', meaning: 'what contacts see; it is not health'},
				displayStatus: {label: 'Display status'},
			}),
			view('', 'Since', {kind: 'since', since}, 'measured by ryzetop; the API tells no time of change'),
			...(jid === undefined || jid === '' ? [] : [view('', 'Number', {kind: 'text', text: formatJid(jid)})]),
			...facts.odd.map(({words}) => view('', 'Odd', {kind: 'text', text: words, tone: 'caution'})),
			view('name', 'Name', {kind: 'text', text: instance.name}),
			view('id', 'ID', showField(instance.id)),
			view('status', 'Status', showField(instance.status), 'should agree with the connection\'s state'),
			view('token', 'Token', showField(instance.token), 'of this instance alone'),
			view('createdAt', 'Created', showField(instance.createdAt)),
			view('updatedAt', 'Updated', showField(instance.updatedAt), 'the API does not say of what; not since when it is down'),
			...unknownViews('', instance.unknown),
		];
	},
};
