import chalk from 'chalk';
import type {Environment} from '../core/text/environment.js';
import type {MonitorSettings} from '../config/settings/monitor.js';
import {isUtf8} from '../terminal/capabilities.js';
import {createTheme, type Theme} from './components/theme.js';

/**
Makes the theme that the settings ask for, as far as the terminal supports it. The library of styles, which Ink uses for the lines of
boxes, is told not to decide by itself: it goes by variables of build servers and of terminals.
*/
export function chooseTheme({color, isAscii}: Pick<MonitorSettings, 'color' | 'isAscii'>, env: Environment): Theme {
	chalk.level = 1;
	return createTheme({
		depth: color === 'never' ? 'attributes' : 'colors',
		isAscii: isAscii || !isUtf8(env),
	});
}
