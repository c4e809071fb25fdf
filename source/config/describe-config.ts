import {columnsFor, severalColumns} from '../core/columns/choose.js';
import {mask} from '../core/text/secret.js';
import {maskText} from '../core/json/mask.js';
import {placeOf} from '../core/secrets/place.js';
import {sanitize} from '../core/text/sanitize.js';
import {cellWidth, fit} from '../core/text/measure.js';
import type {Arguments} from '../cli/arguments.js';
import {options, type OptionName} from '../cli/options.js';
import type {Environment} from '../core/text/environment.js';
import {findTokenVariable} from '../cli/environment.js';
import {chooseColor} from '../cli/values/color.js';
import {quote, shorten} from '../core/text/quote.js';
import type {ChosenProfile, Config} from './file/load.js';
import {ownOptions} from './file/overruled.js';
import type {FoundOption, OptionReader} from './values/option-reader.js';
import {keyOf, listConfigurable, type Layer} from './file/layer.js';

/** Origin of the token in force. `file` is the value of the option `token-file`; a variable that holds a token may come before it. */
export type TokenInForce =
	| {readonly kind: 'none'}
	/** `place` is the usual place that it is from, where nothing names another. */
	| {readonly kind: 'found'; readonly file: FoundOption | undefined; readonly place: string | undefined}
	| {readonly kind: 'command'; readonly program: string; readonly layer: Layer};

/** Settings that `ryzetop config` describes. */
export type DescribedConfig = {
	readonly reading: OptionReader;
	readonly given: Arguments;
	readonly environment: Environment;
	readonly config: Config;
	readonly token: TokenInForce;
	/** The profiles of several in force whose token cannot be read. */
	readonly withoutToken: ReadonlySet<string>;
};

type Line = readonly [setting: string, value: string, origin: string];

/** Text in place of a missing value. */
const noValue = '-';

/** Makes the text of `ryzetop config`: each setting with the value in force and its origin. The token is masked. */
export function describeConfig(described: DescribedConfig): string {
	const {config: {shown, isThere, chosen, profiles}} = described;
	const names = profiles.map(layer => layer.profile).join(', ');
	const lines: readonly Line[] = [
		['SETTING', 'VALUE', 'FROM'],
		...chosen.length > 1 ? chosen.flatMap(profile => describeProfile(profile, described)) : [],
		...listConfigurable().flatMap(([name]): readonly Line[] => {
			if (name === 'profile' || (chosen.length > 1 && ownOptions.has(name))) {
				return [];
			}

			if (name === 'token-file') {
				return [describeToken(described)];
			}

			return [describeSetting(name, described)];
		}),
	];
	return [
		`config file  ${shown}${isThere ? '' : ' (there is none; ryzetop config init writes one)'}`,
		`profile      ${chosen[0] === undefined ? 'none' : `${chosen.map(({name}) => shorten(name)).join(', ')} (${chosen[0].place})`}`,
		...names === '' ? [] : [`profiles     ${names}`],
		'',
		...align(lines),
		'',
	].join('\n');
}

/** What is in force for one of several accounts, under the name of its profile. */
function describeProfile({layer}: ChosenProfile, described: DescribedConfig): readonly Line[] {
	const {reading, config, withoutToken} = described;
	const {profile = ''} = layer;
	const own = {...described, reading: reading.within(layer), config: {...config, layers: [layer, ...config.layers]}};
	const file = layer.texts.get('token-file');
	const token: Line = layer.tokenCommand === undefined
		? ['token', file === undefined || withoutToken.has(profile) ? noValue : mask, file === undefined ? '' : `token_file ${sanitize(file)}, ${describeLayer(layer)}`]
		: ['token', 'asked for when needed', `token_command ${quote(layer.tokenCommand[0] ?? '')}, ${describeLayer(layer)}`];
	const lines = [...ownOptions].map(name => name === 'token-file' ? token : describeSetting(name, own));
	return lines.map(([setting, value, origin]) => [`${profile}: ${setting}`, value, origin]);
}

function describeSetting(name: OptionName, described: DescribedConfig): Line {
	return options[name].kind === 'switch' ? describeSwitch(name, described) : describeValue(name, described);
}

function describeValue(name: OptionName, {reading, config: {layers, chosen}}: DescribedConfig): Line {
	const found = reading.find(name);
	if (found === undefined) {
		return name === 'columns' ? [name, columnsFor(severalColumns, chosen.length).map(({id}) => id).join(','), 'default'] : [keyOf(name), noValue, ''];
	}

	return [keyOf(name), sanitize(maskText(found.text, placeOf(name))), describeOrigin(found, layers.find(({texts}) => texts.has(name)))];
}

function describeSwitch(name: OptionName, {given, environment, config: {layers}}: DescribedConfig): Line {
	const key = keyOf(name);
	if (given.switches.has(name)) {
		return [key, 'on', `--${name}`];
	}

	if (given.negated?.has(name) === true) {
		return [key, 'off', `--no-${name}`];
	}

	const color = chooseColor(false, environment);
	if (name === 'no-color' && color !== 'auto') {
		return [key, color === 'never' ? 'on' : 'off', environment.FORCE_COLOR === undefined ? 'NO_COLOR' : 'FORCE_COLOR'];
	}

	const layer = layers.find(({switches}) => switches.has(name));
	return layer === undefined ? [key, 'off', 'default'] : [key, layer.switches.get(name) === true ? 'on' : 'off', describeLayer(layer)];
}

function describeToken({token, environment, config: {layers}}: DescribedConfig): Line {
	switch (token.kind) {
		case 'none': {
			return ['token', noValue, ''];
		}

		case 'command': {
			return ['token', 'asked for when needed', `token_command ${token.program}, ${describeLayer(token.layer)}`];
		}

		case 'found': {
			const {file, place = ''} = token;
			const variable = findTokenVariable(environment)?.name;
			if (file === undefined || (file.from !== 'argument' && variable !== undefined)) {
				return ['token', mask, variable ?? place];
			}

			if (file.from !== 'config') {
				return ['token', mask, `${file.place} ${sanitize(file.text)}`];
			}

			const layer = layers.find(({texts}) => texts.has('token-file'));
			return ['token', mask, `token_file ${sanitize(file.text)}, ${describeOrigin(file, layer)}`];
		}
	}
}

function describeOrigin({from, place}: FoundOption, layer: Layer | undefined): string {
	switch (from) {
		case 'argument':
		case 'environment': {
			return place;
		}

		case 'config': {
			return describeLayer(layer);
		}

		case 'default': {
			return 'default';
		}
	}
}

function describeLayer(layer: Layer | undefined): string {
	return layer?.profile === undefined ? 'config file' : `config file, profile ${layer.profile}`;
}

/** Aligns the lines in columns, with two cells between them and no blanks at the end. */
function align(lines: readonly Line[]): readonly string[] {
	const width = (index: 0 | 1) => 2 + Math.max(...lines.map(line => cellWidth(line[index])));
	const [first, second] = [width(0), width(1)];
	return lines.map(([setting, value, origin]) => (fit(setting, first) + fit(value, second) + origin).trimEnd());
}
