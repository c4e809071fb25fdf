import {bindKeys} from '../../core/keymap/bind.js';
import type {Keymap} from '../../core/keymap/bindings.js';
import type {CustomCommand} from '../../core/run/custom-command.js';
import type {SavedView} from '../../core/view/saved-view.js';
import type {Config} from '../file/load.js';
import {readCommands} from './commands.js';
import {readKeys} from './keys.js';
import {readViews} from './views.js';

/** What the config file has of one's own, beside the settings: keys, views and commands. */
export type Custom = {
	/** The keys in force. */
	readonly keymap: Keymap;
	readonly views: readonly SavedView[];
	readonly commands: readonly CustomCommand[];
};

/** Reads what the config file has of one's own, and all that is wrong with it, in sentences with their lines. */
export function readCustom(config: Config): Custom & {readonly problems: readonly string[]} {
	const keys = readKeys(config);
	const views = readViews(config);
	const commands = readCommands(config);
	const {keymap, problems} = bindKeys(keys.wishes, [...views.keys, ...commands.keys]);
	const all = [...keys.problems, ...views.problems, ...commands.problems, ...problems];
	return {
		keymap, views: views.values, commands: commands.values, problems: all,
	};
}
