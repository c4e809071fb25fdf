import {connection as block} from '../blocks/connection.js';
import type {FieldDescriptor} from '../blocks/descriptor.js';
import {fieldOf, valueOf} from '../blocks/field.js';
import {itemFields, itemNames, type ItemName} from '../blocks/item.js';
import {seenSince} from '../fleet/seen/since.js';
import type {Instance} from '../instance/instance.js';
import {stateWord} from '../instance/state-word.js';
import {formatJid} from '../instance/phone.js';
import {
	blockViews,
	showField,
	unknownViews,
	view,
	type FieldView,
	type Section,
} from './section.js';

/** Connection of the instance to WhatsApp, and the fields that identify the instance. */
export const connection: Section = {
	title: block.title,
	isTimed: true,
	standing: ({tracked, facts}) => tracked.instance.state.kind === 'connected'
		? (facts.odd.some(oddity => oddity.integration === undefined) ? 'trouble' : 'on')
		: (tracked.instance.item.connection.kind === 'present' ? 'trouble' : 'missing'),
	fields({tracked, facts, coverage}) {
		const {instance} = tracked;
		const since = seenSince(tracked.since, coverage);
		const jid = valueOf(fieldOf(instance.item.connection, 'numberJid'));
		return [
			...instance.isRemembered ? [view('', 'State', {kind: 'text', text: stateWord(instance.state)}, 'as it was last seen, before this start')] : [],
			...blockViews('connection', instance.item.connection, block.fields).slice(instance.isRemembered ? 1 : 0),
			view('', 'Since', {kind: 'since', since}, 'measured by ryzetop; the API tells no time of change'),
			...(jid === undefined || jid === '' ? [] : [view('', 'Number', {kind: 'text', text: formatJid(jid)})]),
			...facts.odd.map(({words}) => view('', 'Odd', {kind: 'text', text: words, tone: 'caution'})),
			view('name', 'Name', {kind: 'text', text: instance.name}),
			...itemNames.map(name => itemView(name, instance)),
			...unknownViews('', instance.item.unknown),
		];
	},
};

function itemView(name: ItemName, instance: Instance): FieldView {
	const {label, meaning}: FieldDescriptor = itemFields[name];
	return view(name, label, showField(instance.item[name]), meaning);
}
