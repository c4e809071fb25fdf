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

/** Makes the completion script for zsh. It can be sourced, or put as `_ryzetop` into a folder of `fpath`. */
export function writeZsh({options, commands, words, filterWords}: CompletionModel): string {
	const withValue = options.filter(({value}) => value !== undefined);
	const all: readonly Command[] = ['monitor', ...commands.map(([word]) => word)];
	return `#compdef ryzetop
# zsh completion for ryzetop, made by: ryzetop completion zsh
# To load it: source <(ryzetop completion zsh)

_ryzetop_list() {
	# What has a comma in it can be no item.
	argv=("\${(@)argv:#*,*}")
	compset -P '*,'
	compset -P '[+-]'
	compadd -S '' -q -- "$@"
}

_ryzetop_signed() {
	compset -P '-'
	compadd -- "$@"
}

# What the program is asked for, such as the names of instances that it remembers.
_ryzetop_asked() {
	local -a names
	names=(\${(f)"$(ryzetop completion $1 2>/dev/null)"})
	shift
	"$@" $names
}

# Terms that end with : want their value at once.
_ryzetop_terms() {
	if [[ $PREFIX == ${accountTerm}* ]]; then
		_ryzetop_asked accounts compadd --
	else
		compadd -S '' -- \${(M)@:#*:}
		compadd -- \${@:#*:}
	fi
}

_ryzetop_options() {
	local -a described
	case $1 in
${all.map(command => `\t(${command}) described=(${listOptions(options, command)}) ;;`).join('\n')}
	esac
	_describe -o option described
}

_ryzetop_value() {
	case $1 in
${withValue.flatMap(({name, value, help}) => value === undefined ? [] : [`\t\t--${name}) ${completeValue(value, help)} ;;`]).join('\n')}
	esac
}

_ryzetop() {
	local expected='' command='' word
	local -i words_before=0 is_ended=0 i
	for ((i = 2; i < CURRENT; i++)); do
		word=\${words[i]}
		if [[ -n $expected ]]; then
			expected=''
			continue
		fi
		((is_ended)) && continue
		case $word in
		(--) is_ended=1 ;;
		(--*=*) ;;
		(${withValue.map(({name}) => `--${name}`).join('|')}) expected=$word ;;
		(-*) ;;
		(*)
			if [[ -z $command ]]; then
				case $word in
				(${commands.map(([command]) => command).join('|')}) command=$word ;;
				(*) command=monitor; ((words_before += 1)) ;;
				esac
			else
				((words_before += 1))
			fi
			;;
		esac
	done

	local -a described
	if [[ -n $expected ]]; then
		_ryzetop_value $expected
	elif ((! is_ended)) && [[ $PREFIX == --*=* ]]; then
		local name=\${PREFIX%%=*}
		compset -P 1 '*='
		_ryzetop_value $name
	elif ((! is_ended)) && [[ $PREFIX == -* ]]; then
		_ryzetop_options \${command:-monitor}
	elif ((! is_ended)) && [[ -z $command ]]; then
		described=(${commands.map(([word, summary]) => describeWord(word, summary)).join(' ')})
		_describe command described
		# A list of all terms would hide the commands and the options.
		if [[ -n $PREFIX ]]; then
			_ryzetop_terms ${listWords(filterWords)}
		else
			_ryzetop_options monitor
		fi
	else
		case \${command:-monitor} in
${words.entries().map(([command, own]) => `\t\t(${command}) ((words_before == 0)) && ${completeFirst(own)} ;;`).toArray().join('\n')}
		(*)
			if [[ -n $PREFIX ]] || ((is_ended)); then
				_ryzetop_terms ${listWords(filterWords)}
			else
				_ryzetop_options \${command:-monitor}
			fi
			;;
		esac
	fi
}

if [[ $funcstack[1] == _ryzetop ]]; then
	_ryzetop "$@"
elif (( $+functions[compdef] )); then
	compdef _ryzetop ryzetop
else
	# compinit has not run yet, as early in .zshrc: it is asked again before each prompt.
	autoload -Uz add-zsh-hook
	_ryzetop_register() {
		(( $+functions[compdef] )) || return 0
		add-zsh-hook -d precmd _ryzetop_register
		compdef _ryzetop ryzetop
	}
	add-zsh-hook precmd _ryzetop_register
fi
`;
}

function listOptions(options: readonly CompletionOption[], command: Command): string {
	return options.filter(({commands}) => commands.includes(command)).map(({name, help}) => describeWord(`--${name}`, help)).join(' ');
}

/** Makes an item for `_describe` of zsh: the word, a colon, and the help, whose colons are escaped. */
function describeWord(word: string, help: string): string {
	return quoteShell(`${word}:${help.replaceAll('\\', String.raw`\\`).replaceAll(':', String.raw`\:`)}`);
}

function completeFirst(words: OwnWords): string {
	return words === namesWord ? `_ryzetop_asked ${namesWord} compadd --` : `compadd -- ${listWords(words)}`;
}

function completeValue(candidates: Candidates, help: string): string {
	switch (candidates.kind) {
		case 'words': {
			const {words, isList, symbols} = candidates;
			const plain = symbols === '' ? 'compadd --' : '_ryzetop_signed';
			return `${isList ? '_ryzetop_list' : plain} ${listWords(words)}`;
		}

		case 'asked': {
			return `_ryzetop_asked ${candidates.word} ${candidates.isList ? '_ryzetop_list' : 'compadd --'}`;
		}

		case 'files': {
			return '_files';
		}

		case 'anything': {
			return `_message ${quoteShell(help)}`;
		}
	}
}

function listWords(words: readonly string[]): string {
	return words.map(word => quoteShell(word)).join(' ');
}
