package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.matrix.MatrixEquation;
import org.macrostate.equations.matrix.MatrixFactor;
import org.macrostate.equations.matrix.MatrixProduct;
import org.macrostate.equations.matrix.MatrixSum;

/** Sets equations between matrices: names without indices, a raised T for the transpose. */
public final class MatrixTypesetter {
    private static final Layout TRANSPOSE = Layout.upright("T");
    private static final Layout IDENTITY = new Layout.Letters("I", Layout.Style.BOLD);

    private final Typesetter typesetter;

    public MatrixTypesetter(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    public EquationLine of(MatrixEquation equation) {
        Layout name = name(equation.name());
        Layout d = Layout.upright("d");
        Layout left =
                equation.rate() ? new Layout.Fraction(Layout.row(d, name), Layout.row(d, Layout.italic("t"))) : name;
        return new EquationLine(left, of(equation.right()), "");
    }

    private Layout name(String name) {
        return typesetter.name(name);
    }

    private Layout of(MatrixSum sum) {
        List<Layout> parts = new ArrayList<>();
        for (MatrixProduct term : sum.terms()) {
            boolean negative = Products.isNegative(term.coefficient());
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign(negative ? "−" : "+", Layout.Role.BINARY));
            } else if (negative) {
                parts.add(Names.MINUS_SIGN);
            }
            parts.add(product(negative ? new MatrixProduct(term.coefficient().negate(), term.factors()) : term));
        }
        return Layout.row(parts);
    }

    private Layout product(MatrixProduct term) {
        List<Layout> parts = new ArrayList<>();
        if (!term.coefficient().isOne()) {
            parts.add(typesetter.factor(term.coefficient()));
        }
        for (MatrixFactor factor : term.factors()) {
            if (!parts.isEmpty()) {
                parts.add(new Layout.Juxtaposed());
            }
            parts.add(of(factor));
        }
        return Layout.row(parts);
    }

    private Layout of(MatrixFactor factor) {
        if (factor instanceof MatrixFactor.Named n) {
            return n.transposed() ? transposed(name(n.name())) : name(n.name());
        }
        if (factor instanceof MatrixFactor.Diagonal d) {
            return Layout.row(Layout.upright("diag"), new Layout.Fenced("(", name(d.name()), ")"));
        }
        if (factor instanceof MatrixFactor.Column c) {
            return name(c.name());
        }
        if (factor instanceof MatrixFactor.Row r) {
            return transposed(name(r.name()));
        }
        return factor instanceof MatrixFactor.Bracket b ? Brackets.around(of(b.sum())) : IDENTITY;
    }

    private static Layout transposed(Layout name) {
        if (name instanceof Layout.Script s && s.above().isEmpty()) {
            return new Layout.Script(s.base(), s.below(), TRANSPOSE);
        }
        boolean plain = name instanceof Layout.Letters || name instanceof Layout.Accent;
        return Layout.power(plain ? name : new Layout.Fenced("(", name, ")"), TRANSPOSE);
    }
}
