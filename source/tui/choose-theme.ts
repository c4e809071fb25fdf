import type {Environment} from '../core/text/environment.js';
import type {MonitorSettings} from '../config/settings/monitor.js';
import {isDumb, isUtf8} from '../terminal/capabilities.js';
import {createTheme, type ColorDepth, type Theme} from './components/theme.js';

/** Makes the theme that the settings ask for, as far as the terminal supports it. */
export function chooseTheme({color, isAscii}: Pick<MonitorSettings, 'color' | 'isAscii'>, env: Environment): Theme {
	return createTheme({
		depth: chooseDepth(color, isDumb(env)),
		isAscii: isAscii || !isUtf8(env),
	});
}

function chooseDepth(color: MonitorSettings['color'], isDumbTerminal: boolean): ColorDepth {
	if (color === 'auto') {
		return isDumbTerminal ? 'none' : 'colors';
	}

	return color === 'always' ? 'colors' : 'attributes';
}
