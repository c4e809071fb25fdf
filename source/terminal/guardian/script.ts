/**
What the guardian runs, in the `sh` of POSIX. Its standard input is a pipe that only the monitor holds, and that ends with the monitor; its
standard output is the terminal, and descriptor 3 the one that the keys come from. The arguments are what brings back the screen, and what
brings back the modes that a shell sets at its prompt, as `printf %b` takes them.

At first it notes the settings of the terminal, closes descriptor 4, and so lets the monitor change them. Where the monitor is in the
background by then, they are those of the shell's prompt: the usual ones take their place at the end.

The monitor says `taken`, `lent` and `gone` as it takes the terminal, lends it and leaves. Where the pipe ends while the terminal is taken,
nobody gave it back. What is done then depends on the group of processes that has the terminal by then: the monitor's own, where a script
waits for it, or its shell has not noticed yet; that of the shell, which sets modes and settings at its prompt by itself; or another
program's, and then the terminal is let alone. Where that cannot be told, nobody has taken the terminal as long as no key makes a signal
(`isig`), for no shell leaves it so. Where the system has `/proc`, nothing is started before the screen is back: the prompt of a shell that
came first is lost with the alternate screen.
*/
/* eslint-disable no-template-curly-in-string -- it is the shell that expands them */
export const guardianScript = [
	'look() {',
	'  if read -r line <"/proc/$1/stat"; then',
	'    set -- ${line##*) }; parent=$2 group=$3 front=$6',
	'  else',
	'    set -- $(ps -o ppid= -o pgid= -o tpgid= -p "$1"); parent=$1 group=$2 front=$3',
	'  fi',
	'} 2>/dev/null',
	'screen=$1 modes=$2 state= saved=',
	'look "$PPID"; own=$group shell=$parent',
	'case $front in "$own" | "" | 0 | -1) saved=$(stty -g <&3); case $(stty -a <&3) in *-isig*) saved= ;; esac ;; esac',
	'exec 4>&-',
	'while read -r word; do',
	'  [ "$word" != gone ] || exit 0',
	'  state=$word',
	'done',
	'[ "$state" = taken ] || exit 0',
	'look "$shell"',
	'case $front in',
	'  "" | 0 | -1) case $(stty -a <&3) in *-isig*) ;; *) exit 0 ;; esac ;;',
	'  "$own") ;;',
	'  "$group") modes= ;;',
	'  *) exit 0 ;;',
	'esac',
	'printf %b "$screen$modes"',
	'case $(stty -a <&3) in *-isig*) stty ${saved:-isig icanon iexten echo icrnl ixon opost} <&3 ;; esac',
].join('\n');
/* eslint-enable no-template-curly-in-string */
