import {footerLine, type FooterParts} from '../../core/view/footer/footer-line.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type FooterProps = FooterParts & {readonly width: number};

/** The keys of the focused place, as many as fit, or a notice, and the position in the list. */
export function Footer({width, ...parts}: FooterProps) {
	const {theme: {symbols}, keymap} = useSession();
	return <TextLine line={footerLine(parts, width, {keymap, ellipsis: symbols.ellipsis, names: symbols})} width={width}/>;
}
