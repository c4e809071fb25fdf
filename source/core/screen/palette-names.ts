/**
Names of the palettes to draw in: the terminal's own colours; those with blue for what is healthy, for red-green blindness; or no hues.
What they look like is in the theme alone.
*/
export const paletteNames = ['terminal', 'blue', 'mono'] as const;

export type PaletteName = (typeof paletteNames)[number];
