import {Text} from 'ink';
import {memo} from 'react';
import {fitLine} from '../core/line.js';
import type {Line} from '../core/tone.js';
import {useSession} from './session.js';
import type {Emphasis} from './theme.js';

/** One line of the screen, exactly `width` cells of it. */
export const TextLine = memo(({line, width, emphasis = 'normal'}: {readonly line: Line; readonly width: number; readonly emphasis?: Emphasis}) => {
	const {theme} = useSession();
	return <Text wrap='truncate'>{theme.paint(fitLine(line, width, theme.signs.ellipsis), emphasis)}</Text>;
});
