import type {Environment} from '../core/text/environment.js';
import type {MonitorSettings} from '../config/settings/monitor.js';
import {isUtf8} from '../terminal/capabilities.js';
import {createTheme, ignoreGuesses, type Theme} from './components/theme.js';

/** Makes the theme that the settings ask for, as far as the terminal supports it. Without colour no palette has any. */
export function chooseTheme({color, isAscii, palette}: Pick<MonitorSettings, 'color' | 'isAscii' | 'palette'>, env: Environment): Theme {
	ignoreGuesses();
	return createTheme({
		depth: color === 'never' ? 'attributes' : 'colors',
		palette,
		isAscii: isAscii || !isUtf8(env),
	});
}
