import fc, {type Arbitrary, type StringConstraints} from 'fast-check';

const firstSurrogate = 0xD8_00;
const surrogates = 0x8_00;

/** Every code point but the surrogates. */
const unit = fc.nat(0x10_FF_FF - surrogates).map(code => String.fromCodePoint(code < firstSurrogate ? code : code + surrogates));

/**
Texts of any code points. The unit `binary` of fast-check gives the same, but builds a table of them all, which takes half a second and
100 MB.
*/
export function anyText({maxLength}: Pick<StringConstraints, 'maxLength'> = {}): Arbitrary<string> {
	return fc.string({unit, ...maxLength !== undefined && {maxLength}});
}
