import {Box} from 'ink';
import {
	stateLine,
	titleLine,
	type StateParts,
	type TitleParts,
} from '../../core/view/header/header-lines.js';
import type {Feed} from '../../core/polling/feed.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type HeaderProps = Omit<TitleParts, 'feed'> & Omit<StateParts, 'feed'> & {
	readonly feed: Feed;
	readonly width: number;
};

/** Two lines: the host and the number of instances in each state; the state of polling, the last hour, the sort and the filter. */
export function Header({width, ...parts}: HeaderProps) {
	const {theme: {symbols}} = useSession();
	return (
		<Box flexDirection='column' height={2}>
			<TextLine line={titleLine(parts, width, symbols)} width={width}/>
			<TextLine line={stateLine(parts, width)} width={width}/>
		</Box>
	);
}
