import {chatwoot} from './chatwoot.js';
import {connection} from './connection.js';
import {history} from './history.js';
import {json} from './json.js';
import {profile} from './profile.js';
import {proxy} from './proxy.js';
import {s3} from './s3.js';
import type {Section, SectionId} from './section.js';
import {settings} from './settings.js';
import {webhook} from './webhook.js';
import {websocket} from './websocket.js';

/** TABLE of the detail's sections; `sectionIds` is their order. A block of the API that has no section does not compile. */
export const sections: Readonly<Record<SectionId, Section>> = {
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
};
