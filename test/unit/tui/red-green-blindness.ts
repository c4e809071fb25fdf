/**
How far apart two colours such as `#16181d` are, in the units of CIE 76, for those who see no green (deuteranopia) or no red (protanopia),
whichever is less. The matrices are those of Machado, Oliveira and Fernandes (2009).
*/
export function measureConfusion(one: string, other: string): number {
	return Math.min(...blindnesses.map(rows => {
		const [first, second] = [one, other].map(colour => labOf(simulate(linearOf(colour), rows)));
		return Math.hypot(...[0, 1, 2].map(index => (first?.[index] ?? 0) - (second?.[index] ?? 0)));
	}));
}

type Triple = readonly number[];

const blindnesses: ReadonlyArray<readonly Triple[]> = [
	[[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
	[[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
];

function linearOf(colour: string): Triple {
	return [1, 3, 5].map(start => {
		const level = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
		return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
	});
}

function simulate(color: Triple, rows: readonly Triple[]): Triple {
	return rows.map(row => Math.min(1, Math.max(0, row.reduce((sum, part, index) => sum + (part * (color[index] ?? 0)), 0))));
}

function labOf([red = 0, green = 0, blue = 0]: Triple): Triple {
	const [x, y, z] = [
		((0.4124 * red) + (0.3576 * green) + (0.1805 * blue)) / 0.9505,
		(0.2126 * red) + (0.7152 * green) + (0.0722 * blue),
		((0.0193 * red) + (0.1192 * green) + (0.9505 * blue)) / 1.089,
	].map(part => part > 0.008856 ? Math.cbrt(part) : (7.787 * part) + (16 / 116));
	return [(116 * (y ?? 0)) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))];
}
