# Completes a line as bash does: words are broken at its own separators. Prints what would be offered, a line each.
# Usage: bash complete.bash SCRIPT WORD...; the last word is the one under the cursor.
source "$1"
shift
COMP_WORDS=()
for word in "$@"; do
	rest=$word
	# A separator is a word of its own, unless there are none.
	while [[ -n $COMP_WORDBREAKS && $rest == *[=:]* ]]; do
		part=${rest%%[=:]*}
		[[ -n $part ]] && COMP_WORDS+=("$part")
		COMP_WORDS+=("${rest:${#part}:1}")
		rest=${rest:${#part}+1}
	done
	if [[ -n $rest || $rest == "$word" ]]; then
		COMP_WORDS+=("$rest")
	fi
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_ryzetop 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
