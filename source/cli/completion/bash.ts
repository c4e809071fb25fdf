import type {Command} from '../option.js';
import {quoteShell} from '../../core/text/quote-shell.js';
import {
	accountTerm,
	namesWord,
	type Candidates,
	type CompletionModel,
	type CompletionOption,
	type OwnWords,
} from './model.js';

/** Makes the completion script for bash from version 3.2 on, which macOS has. */
export function writeBash({options, commands, words, filterWords}: CompletionModel): string {
	const withValue = options.filter(({value}) => value !== undefined);
	const values = withValue.flatMap(({name, value}) => value === undefined ? [] : [`\t\t--${name}) ${completeValue(value)} ;;`]);
	const all: readonly Command[] = ['monitor', ...commands.map(([word]) => word)];
	return `# bash completion for ryzetop, made by: ryzetop completion bash
# To load it: source <(ryzetop completion bash)

# Offers words that go on from a value; in a list from its last item, and after its sign.
_ryzetop_words() {
	local value=$1 separator=$2 signs=$3 head='' sign=''
	shift 3
	if [[ -n $separator ]]; then
		head=\${value%"\${value##*"$separator"}"}
		value=\${value##*"$separator"}
	fi
	if [[ -n $signs && $value == ["$signs"]* ]]; then
		sign=\${value:0:1}
		value=\${value:1}
	fi
	local word
	for word in "$@"; do
		[[ $word == "$value"* ]] && COMPREPLY+=("$head$sign$word")
	done
	[[ -n $separator ]] && compopt -o nospace 2>/dev/null
	return 0
}

# Offers what the program is asked for, such as names of instances, quoted as this shell needs them; in a list from its last item.
_ryzetop_asked() {
	local value=$1 head='' name quoted
	if [[ -n $2 ]]; then
		head=\${value%"\${value##*"$2"}"}
		value=\${value##*"$2"}
	fi
	value=\${value//\\\\/}
	while IFS= read -r name; do
		[[ $name == "$value"* ]] || continue
		[[ -n $2 && $name == *"$2"* ]] && continue
		printf -v quoted %q "$name"
		COMPREPLY+=("$head$quoted")
	done < <(ryzetop completion "$3" 2>/dev/null)
	[[ -n $2 ]] && compopt -o nospace 2>/dev/null
	return 0
}

_ryzetop_files() {
	local file
	while IFS= read -r file; do
		COMPREPLY+=("$file")
	done < <(compgen -f -- "$1")
	compopt -o filenames 2>/dev/null
	return 0
}

# Offers the terms of a filter. Those of the accounts are asked for once their field is typed.
_ryzetop_terms() {
	if [[ $1 == ${accountTerm}* ]]; then
		_ryzetop_asked "$1" '' accounts
	else
		_ryzetop_words "$1" '' '' ${listWords(filterWords)}
	fi
}

# Offers the options of a command.
_ryzetop_options() {
	case $1 in
${all.map(command => `\t${command}) _ryzetop_words "$2" '' '' ${listWords(optionsOf(options, command))} ;;`).join('\n')}
	esac
}

_ryzetop_value() {
	case $1 in
${values.map(line => line.replaceAll('$value', '"$2"')).join('\n')}
	esac
}

_ryzetop() {
	COMPREPLY=()
	local -a typed=()
	local i piece count=0
	# Bash breaks words at = and : as well; here they are whole.
	for ((i = 1; i <= COMP_CWORD; i++)); do
		piece=\${COMP_WORDS[i]}
		if ((count > 0)) && [[ $piece == [=:]* || \${typed[count - 1]} == *[=:] ]]; then
			typed[count - 1]+=$piece
		else
			typed[count]=$piece
			((count += 1))
		fi
	done
	local current=\${typed[count - 1]} expected='' command='' words_before=0 is_ended='' word
	for ((i = 0; i < count - 1; i++)); do
		word=\${typed[i]}
		if [[ -n $expected ]]; then
			expected=''
			continue
		fi
		if [[ -n $is_ended ]]; then
			continue
		fi
		case $word in
		--) is_ended=1 ;;
		--*=*) ;;
		${withValue.map(({name}) => `--${name}`).join('|')}) expected=$word ;;
		-*) ;;
		*)
			if [[ -z $command ]]; then
				case $word in
				${commands.map(([command]) => command).join('|')}) command=$word ;;
				*) command=monitor; ((words_before += 1)) ;;
				esac
			else
				((words_before += 1))
			fi
			;;
		esac
	done
	if [[ -n $expected ]]; then
		_ryzetop_value "$expected" "$current"
	elif [[ -z $is_ended && $current == --*=* ]]; then
		_ryzetop_value "\${current%%=*}" "\${current#*=}"
		for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do
			COMPREPLY[i]=\${current%%=*}=\${COMPREPLY[i]}
		done
	elif [[ -z $is_ended && $current == -* ]]; then
		_ryzetop_options "\${command:-monitor}" "$current"
	elif [[ -z $is_ended && -z $command ]]; then
		_ryzetop_words "$current" '' '' ${listWords(commands.map(([word]) => word))}
		# A list of all terms would hide the commands and the options.
		if [[ -n $current ]]; then
			_ryzetop_terms "$current"
		else
			_ryzetop_options monitor ''
		fi
	else
		case \${command:-monitor} in
${words.entries().map(([command, ownWords]) => `\t\t${command}) ${completeFirst(ownWords)} ;;`).toArray().join('\n')}
		*)
			if [[ -n $current || -n $is_ended ]]; then
				_ryzetop_terms "$current"
			else
				_ryzetop_options "\${command:-monitor}" ''
			fi
			;;
		esac
	fi
	# A term such as state: wants its value at once.
	if ((\${#COMPREPLY[@]} == 1)) && [[ \${COMPREPLY[0]} == *: ]]; then
		compopt -o nospace 2>/dev/null
	fi
	# What stands before the last = or : is on the line already.
	local kept=''
	if [[ $current == *=* && $COMP_WORDBREAKS == *=* ]]; then
		kept=\${current%"\${current##*=}"}
	fi
	if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
		piece=\${current%"\${current##*:}"}
		((\${#piece} > \${#kept})) && kept=$piece
	fi
	for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do
		COMPREPLY[i]=\${COMPREPLY[i]#"$kept"}
	done
	return 0
}

complete -F _ryzetop ryzetop
`;
}

function completeFirst(words: OwnWords): string {
	return `((words_before == 0)) && ${words === namesWord ? `_ryzetop_asked "$current" '' ${namesWord}` : `_ryzetop_words "$current" '' '' ${listWords(words)}`}`;
}

function optionsOf(options: readonly CompletionOption[], command: Command): readonly string[] {
	return options.filter(({commands}) => commands.includes(command)).map(({name}) => `--${name}`);
}

function completeValue(candidates: Candidates): string {
	switch (candidates.kind) {
		case 'words': {
			const {words, isList, symbols} = candidates;
			return `_ryzetop_words $value '${isList ? ',' : ''}' '${symbols}' ${listWords(words)}`;
		}

		case 'asked': {
			return `_ryzetop_asked $value '${candidates.isList ? ',' : ''}' ${candidates.word}`;
		}

		case 'files': {
			return '_ryzetop_files $value';
		}

		case 'anything': {
			return ':';
		}
	}
}

function listWords(words: readonly string[]): string {
	return words.map(word => quoteShell(word)).join(' ');
}
