/**
Run a shell command and say afterwards whether it gave the terminal's own settings back: the last lines on the screen are `TTY-SAME` or
`TTY-CHANGED`, and `CODE=` with the exit code (128 and the signal's number after a signal).

The shell has handlers for signals that do nothing, so a signal to the whole group ends the command and not the shell, once the command
has begun. The result is the first two arguments of `openScreen`.
*/
export function underShell(command: string): readonly [command: string, args: readonly string[]] {
	const script = [
		'trap : HUP INT QUIT TERM USR2',
		'before=$(stty -g)',
		command,
		'code=$?',
		'after=$(stty -g)',
		'[ "$before" = "$after" ] && echo TTY-SAME || echo TTY-CHANGED',
		'echo "CODE=$code"',
	];
	return ['sh', ['-c', script.join('\n')]];
}
