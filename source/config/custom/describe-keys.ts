import {isCustom, type Binding, type Keymap} from '../../core/keymap/bindings.js';
import {placeTable} from '../../core/keymap/places.js';
import {writeKey} from '../../core/keymap/key-names.js';
import {cellWidth} from '../../core/text/measure.js';

/**
Makes the text of `ryzetop config keys`: the keys in force, place by place, as a table of TOML that can go into the config file as it
stands. A command that has its keys in several places is a setting in the first of them, and a comment in the others. What is one's own
has its key in a table of its own, and is a comment too.
*/
export function describeKeymap(keymap: Keymap): string {
	const written = new Set<string>();
	const places = placeTable.filter(({place}) => keymap.some(binding => binding.place === place));
	const blocks = places.map(({place}) => {
		const lines = keymap.filter(binding => binding.place === place).map(binding => {
			const isFirst = !written.has(binding.command);
			written.add(binding.command);
			return {setting: `${isFirst && !isCustom(binding.command) ? '' : '# '}${writeBinding(binding)}`, does: binding.does};
		});
		const width = Math.max(...lines.map(({setting}) => cellWidth(setting)));
		return [`# ${place}`, ...lines.map(({setting, does}) => `${setting.padEnd(width)}  # ${does}`), ''].join('\n');
	});
	return ['# The keys in force. A line that is changed counts from the config file; [] is for no key.', '[keys]', ...blocks].join('\n');
}

function writeBinding({command, chords}: Binding): string {
	return `${JSON.stringify(command)} = [${chords.map(chord => JSON.stringify(writeKey(chord))).join(', ')}]`;
}
