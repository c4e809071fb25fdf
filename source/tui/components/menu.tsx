import {Box, useCursor} from 'ink';
import type {ListedMenu} from '../../core/view/menu/listed-menu.js';
import {menuLines, menuPrompt} from '../../core/view/menu/menu-lines.js';
import {menuViewport} from '../../core/view/menu/open-menu.js';
import {footerRows, menuRows, type FullGeometry} from '../../core/screen/geometry.js';
import {span, type Line} from '../../core/screen/span.js';
import {wrapWords} from '../../core/screen/line.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type MenuProps = {readonly listed: ListedMenu; readonly geometry: FullGeometry};

/**
A menu below the view on the screen: a rule, its title with what is typed, and its items. Where the view has no room beside it, it has the
whole body and needs no rule. The terminal's own cursor is at the caret.
*/
export function Menu({listed: {menu, title, items, total, empty}, geometry}: MenuProps) {
	const {setCursorPosition} = useCursor();
	const {theme: {symbols}} = useSession();
	const {size: {columns: width, rows}, menu: box} = geometry;
	if (box === undefined) {
		return undefined;
	}

	const height = menuRows(geometry);
	const prompt = menuPrompt(title, menu.prompt, `${items.length} of ${total}`, width);
	setCursorPosition({x: prompt.caret, y: rows - footerRows - height - 1});
	return (
		<Box flexDirection='column' width={width} height={box.height} overflow='hidden'>
			{box.isAlone ? undefined : <TextLine line={[span(symbols.rule.repeat(width), 'dim')]} width={width}/>}
			<TextLine line={prompt.line} width={width}/>
			{items.length === 0
				? instead(empty, width).slice(0, height).map((line, index) => <TextLine key={index} line={line} width={width}/>)
				: menuLines(items, menuViewport(menu, items, height), width, symbols)
					.map(({id, line, isAtCursor}) => <TextLine key={id} line={line} width={width} emphasis={isAtCursor ? 'selected' : 'normal'}/>)}
		</Box>
	);
}

const margin = '  ';

/** What is there in place of items. */
function instead(empty: readonly Line[], width: number): readonly Line[] {
	const lines: readonly Line[] = empty.length === 0 ? [[span('nothing matches', 'dim')]] : empty;
	return lines.flatMap(line => wrapWords(line, Math.max(1, width - margin.length)).map((part): Line => [span(margin), ...part]));
}
