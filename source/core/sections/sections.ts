import type {BlockName} from '../instance/instance.js';
import {chatwoot} from './chatwoot.js';
import {connection} from './connection.js';
import {history} from './history.js';
import {json} from './json.js';
import {profile} from './profile.js';
import {proxy} from './proxy.js';
import {s3} from './s3.js';
import type {Section} from './section.js';
import {settings} from './settings.js';
import {webhook} from './webhook.js';
import {websocket} from './websocket.js';

/** TABLE of the sections of the detail, in their order. A block of the API without a section does not compile. */
const table = {
	connection,
	profile,
	settings,
	webhook,
	websocket,
	chatwoot,
	proxy,
	s3,
	history,
	json,
} as const satisfies Readonly<Record<BlockName, Section> & Record<string, Section>>;

export type SectionId = keyof typeof table;

export const sections: Readonly<Record<SectionId, Section>> = table;

export const sectionIds: readonly SectionId[] = Object.keys(table).filter(id => isSectionId(id));

function isSectionId(word: string): word is SectionId {
	return Object.hasOwn(table, word);
}
