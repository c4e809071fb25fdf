import {Text} from 'ink';
import {memo} from 'react';
import {fitLine, isSameLine} from '../../core/screen/line.js';
import type {Line} from '../../core/screen/span.js';
import {useSession} from './session.js';
import type {Emphasis} from './theme.js';

export type TextLineProps = {
	readonly line: Line;
	readonly width: number;
	readonly emphasis?: Emphasis;
};

/** One line of the screen, exactly `width` cells wide. It is painted again only when its content, width or emphasis changes. */
export const TextLine = memo(({line, width, emphasis = 'normal'}: TextLineProps) => {
	const {theme} = useSession();
	return <Text wrap='truncate'>{theme.paint(fitLine(line, width, theme.symbols.ellipsis), emphasis)}</Text>;
}, (one, other) => one.width === other.width && one.emphasis === other.emphasis && isSameLine(one.line, other.line));
