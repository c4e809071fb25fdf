/** Compute the contrast ratio of WCAG 2 of two colours such as `#16181d`, from 1 to 21. */
export function measureContrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [one, other].map(colour => measureLuminance(colour)).toSorted((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function measureLuminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
		const level = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
		return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
	});
	return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
}
