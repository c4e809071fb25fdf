import {writeDashboard} from '../../serve/dashboard.js';
import {writeRules} from '../../serve/rules.js';

/** Gives a text of `ryzetop serve` that needs no account. */
export function writeServeText(wanted: 'rules' | 'dashboard'): string {
	return wanted === 'rules' ? writeRules() : writeDashboard();
}
