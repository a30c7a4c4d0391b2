package org.macrostate.equations.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Checks that an expression is linear in vectors, before anything is multiplied out. */
final class LinearityCheck {
    private static final Pattern INTERNAL = Pattern.compile("#(\\d+)");
    private static final String LETTERS = "klijabcdefgh";

    private LinearityCheck() {}

    private static boolean isVector(Expression e) {
        return e instanceof Symbol s && (s.kind() == Kind.VECTOR || s.kind() == Kind.SAMPLE);
    }

    /**
     * The terms of a linear combination of vectors, each with one vector as its only factor.
     *
     * @param role what the expression is, for the message
     * @throws BadInput if a term has no vector, or several, or a function of one
     */
    static List<Expansion.Monomial> terms(Expression e, String role) {
        check(e, role);
        return e.isZero() ? List.of() : Expansion.of(e, LinearityCheck::isVector);
    }

    /** Checks without taking apart. */
    static void check(Expression e, String role) {
        if (!e.isZero()) {
            checkTerm(e, role);
        }
    }

    private static void checkTerm(Expression e, String role) {
        if (e instanceof Plus p) {
            p.terms().forEach(term -> checkTerm(term, role));
        } else if (e instanceof IndexSum s) {
            checkTerm(s.body(), role);
        } else if (!Expansion.contains(e, LinearityCheck::isVector)) {
            throw new BadInput(role + " must be linear in vectors; the term '" + shown(e) + "' has none");
        } else if (e instanceof Times t) {
            List<Expression> carriers = t.factors().stream()
                    .filter(f -> Expansion.contains(f, LinearityCheck::isVector))
                    .toList();
            if (carriers.size() > 1) {
                throw notLinear(e, role);
            }
            checkTerm(carriers.get(0), role);
        } else if (e instanceof Power || e instanceof Apply) {
            throw notLinear(e, role);
        }
    }

    private static BadInput notLinear(Expression e, String role) {
        return new BadInput(role + " must be linear in vectors; the term '" + shown(e) + "' is not");
    }

    /** An expression in a message: internal indices get letters. */
    static String shown(Expression e) {
        Matcher matcher = INTERNAL.matcher(ExpressionText.of(e));
        return matcher.replaceAll(m -> {
            int n = Integer.parseInt(m.group(1));
            return n <= LETTERS.length() ? LETTERS.substring(n - 1, n) : "k" + n;
        });
    }
}
