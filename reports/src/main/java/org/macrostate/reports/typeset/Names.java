package org.macrostate.reports.typeset;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;

/** How symbols, their labels and their index places go together. */
final class Names {
    static final Layout MINUS_SIGN = new Layout.Sign("−", Layout.Role.PREFIX);
    private static final Pattern CALLED = Pattern.compile("(Mod|Max|Min)\\[([^,\\[\\]]++), ([^,\\[\\]]++)(?:, 1)?]");
    private static final Layout N = Layout.italic("N");

    private Names() {}

    /** {@code (a·b)/N}. */
    static Layout overlap(Layout left, Layout right) {
        return new Layout.Fraction(Layout.row(left, new Layout.Sign("·", Layout.Role.BINARY), right), N);
    }

    static Layout index(IndexTerm term) {
        if (term instanceof Position p) {
            return new Layout.Digits(Integer.toString(p.value()));
        }
        return place(((Index) term).name());
    }

    /** A place, or one beside it: {@code j+1}, {@code Mod[j+1, n, 1]}, {@code Max[j-1, 1]}, {@code Min[j+1, n]}. */
    private static Layout place(String text) {
        Matcher called = CALLED.matcher(text);
        if (called.matches()) {
            Layout inside = place(called.group(2));
            Layout other = place(called.group(3));
            return called.group(1).equals("Mod")
                    ? Layout.row(inside, new Layout.Fenced("(", Layout.row(Layout.upright("mod "), other), ")"))
                    : Layout.row(
                            Layout.upright(called.group(1).equals("Max") ? "max" : "min"),
                            new Layout.Fenced(
                                    "(",
                                    Layout.row(inside, new Layout.Sign(",", Layout.Role.PUNCTUATION), other),
                                    ")"));
        }
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (sign > 0) {
            return Layout.row(
                    place(text.substring(0, sign)),
                    new Layout.Sign(text.charAt(sign) == '-' ? "−" : "+", Layout.Role.BINARY),
                    new Layout.Digits(text.substring(sign + 1)));
        }
        return text.chars().allMatch(Character::isDigit) ? new Layout.Digits(text) : SymbolNames.PLAIN.of(text);
    }

    /** A symbol at places; a subscript of the name itself becomes its label. */
    static Layout at(Layout name, List<Layout> indices) {
        if (indices.isEmpty()) {
            return name;
        }
        if (name instanceof Layout.Script s) {
            return s.above().isEmpty()
                    ? new Layout.Indexed(s.base(), s.below(), indices)
                    : new Layout.Indexed(new Layout.Fenced("(", s, ")"), Layout.empty(), indices);
        }
        return new Layout.Indexed(name, Layout.empty(), indices);
    }
}
