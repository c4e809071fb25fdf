import type {ServeSettings} from '../../config/settings/serve.js';
import {writeDashboard} from '../../serve/dashboard.js';
import {writeRules} from '../../serve/rules.js';

/** Gives the text of `ryzetop serve` that needs no account: one of the two, since they exclude each other. */
export function writeServeText({hasRules, hasDashboard}: Pick<ServeSettings, 'hasRules' | 'hasDashboard'>): string {
	return (hasRules ? writeRules() : '') + (hasDashboard ? writeDashboard() : '');
}
