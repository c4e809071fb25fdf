import {quoteFish} from '../../core/text/quote-shell.js';
import {
	accountTerm,
	namesWord,
	type AskedWord,
	type Candidates,
	type CompletionModel,
	type CompletionOption,
} from './model.js';

/** What the program is asked for, such as the names of the instances that it remembers. */
const ask = (word: AskedWord) => `(ryzetop completion ${word} 2>/dev/null)`;

/** Makes the completion script for fish. */
export function writeFish({options, commands, words, filterWords}: CompletionModel): string {
	const withValue = options.filter(({value}) => value !== undefined);
	const withFilter = ['monitor', ...commands.map(([word]) => word).filter(word => !words.has(word))];
	const ownWords = words.entries().filter(([, own]) => own.length > 0).toArray();
	return String.raw`# fish completion for ryzetop, made by: ryzetop completion fish
# To load it: ryzetop completion fish | source

# The command on the line, and the words after it; monitor where there is none.
function __ryzetop_typed
	set -l is_value 0
	set -l typed
	for word in (commandline -opc)[2..-1]
		if test $is_value = 1
			set is_value 0
			continue
		end
		switch $word
			case --
				break
			case '--*=*'
			case ${withValue.map(({name}) => `--${name}`).join(' ')}
				set is_value 1
			case '-*'
			case '*'
				set -a typed $word
		end
	end
	if not contains -- "$typed[1]" ${commands.map(([word]) => word).join(' ')}
		set -p typed monitor
	end
	printf '%s\n' $typed
end

function __ryzetop_is
	set -l typed (__ryzetop_typed)
	contains -- $typed[1] $argv
end

# One of those commands takes a filter here, and a term is begun; a list of all terms would hide the commands and the options.
function __ryzetop_is_filtering
	set -l typed (__ryzetop_typed)
	contains -- $typed[1] $argv; and string length -q -- (commandline -ct)
end

# A term of an account is begun, whose values the program is asked for.
function __ryzetop_is_account
	string match -q '${accountTerm}*' -- (commandline -ct)
end

# One of those commands, and nothing of a word yet.
function __ryzetop_is_open
	set -l typed (__ryzetop_typed)
	contains -- $typed[1] $argv; and not string length -q -- (commandline -ct)
end

# That command, and no word after it yet.
function __ryzetop_is_only
	set -l typed (__ryzetop_typed)
	test (count $typed) -eq 1; and contains -- $typed[1] $argv
end

# Words that go on from a list, or stand after a sign.
function __ryzetop_list
	set -l value (commandline -ct | string replace -r '^--[^=]*=' '')
	set -l head (string match -r '^.*,' -- $value)
	set -l sign (string match -r '^[+-]' -- (string replace -r '^.*,' '' -- $value))
	for word in $argv
		# What has a comma in it can be no item.
		string match -q '*,*' -- $word; or printf '%s\n' "$head$sign$word"
	end
end

complete -c ryzetop -f
${commands.map(([word, summary]) => `complete -c ryzetop -n '__ryzetop_is_only monitor' -a ${word} -d ${quoteFish(summary)}`).join('\n')}
complete -c ryzetop -n '__ryzetop_is_filtering ${withFilter.join(' ')}; and not __ryzetop_is_account' -a ${quoteFish(filterWords.join(' '))}
complete -c ryzetop -n '__ryzetop_is_filtering ${withFilter.join(' ')}; and __ryzetop_is_account' -a ${quoteFish(ask('accounts'))}
${ownWords.map(([command, own]) => `complete -c ryzetop -n '__ryzetop_is_only ${command}' -a ${quoteFish(own === namesWord ? ask(own) : own.join(' '))}`).join('\n')}
${options.map(option => completeOption(option)).join('\n')}
${options.map(({name, help, commands: takers}) => offerOption(name, help, takers.filter(taker => withFilter.includes(taker)))).filter(line => line !== '').join('\n')}
`;
}

function completeOption({name, letter, help, commands, value}: CompletionOption): string {
	const argument = value === undefined ? '' : ` ${completeValue(value)}`;
	const short = letter === undefined ? '' : ` -s ${letter}`;
	return `complete -c ryzetop -n '__ryzetop_is ${commands.join(' ')}'${short} -l ${name}${argument} -d ${quoteFish(help)}`;
}

/** Offers an option where no dash is typed yet: fish itself offers options behind one only. */
function offerOption(name: string, help: string, takers: readonly string[]): string {
	return takers.length === 0 ? '' : `complete -c ryzetop -n '__ryzetop_is_open ${takers.join(' ')}' -a --${name} -d ${quoteFish(help)}`;
}

function completeValue(candidates: Candidates): string {
	switch (candidates.kind) {
		case 'words': {
			const {words, isList, symbols} = candidates;
			const list = words.join(' ');
			return `-x -a ${quoteFish(isList || symbols !== '' ? `(__ryzetop_list ${list})` : list)}`;
		}

		case 'asked': {
			return `-x -a ${quoteFish(candidates.isList ? `(__ryzetop_list ${ask(candidates.word)})` : ask(candidates.word))}`;
		}

		case 'files': {
			return '-r -F';
		}

		case 'anything': {
			return '-x';
		}
	}
}
