package org.macrostate.reports.typeset;

import java.util.List;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;

/** How symbols, their labels and their index places go together. */
final class Names {
    static final Layout MINUS_SIGN = new Layout.Sign("−", Layout.Role.PREFIX);
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
        String name = ((Index) term).name();
        return SymbolNames.PLAIN.of(name);
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
