/** Writes a whole number with a comma after each three digits, as English does. `Intl` would read 7 MB of its data for that. */
export function groupDigits(count: number): string {
	const digits = String(count);
	let grouped = digits.slice(-3);
	for (let end = digits.length - 3; end > 0; end -= 3) {
		grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`;
	}

	return grouped;
}
