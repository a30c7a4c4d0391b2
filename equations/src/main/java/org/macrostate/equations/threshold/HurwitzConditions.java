package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.symbolic.CharacteristicPolynomial;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.Sign;

/**
 * When all roots of {@code a_n s^n + … + a_0} have negative real parts: {@code a_0, a_2, …} and every second Hurwitz
 * determinant {@code Δ_{n-1}, Δ_{n-3}, …} are positive (Liénard and Chipart 1914). Coming from stability, it is lost
 * where {@code a_0} (a real root) or {@code Δ_{n-1}} (a complex pair; Orlando 1911) vanishes first.
 */
final class HurwitzConditions {
    private static final int MOST_TERMS = 600;

    private final List<Polynomial> a;

    /**
     * The conditions of one factor of a characteristic polynomial.
     *
     * @param coefficients ascending, degree at least 1; their sign is made such that the leading one is positive where
     *     that can be told
     */
    HurwitzConditions(List<Polynomial> coefficients) {
        Polynomial lead = coefficients.get(coefficients.size() - 1);
        Sign sign = lead.sign();
        boolean negative = sign == Sign.NEGATIVE || sign == Sign.NONPOSITIVE;
        boolean unknown = sign == Sign.UNKNOWN;
        this.a = coefficients.stream()
                .map(c -> unknown ? c.times(lead) : negative ? c.negate() : c)
                .toList();
    }

    private int degree() {
        return a.size() - 1;
    }

    /** Vanishes where a real root passes through zero. */
    Polynomial zeroRoot() {
        return a.get(0);
    }

    /** True if the determinants are small enough to be worked out. */
    boolean isManageable() {
        return degree() <= 2
                || (degree() <= 5 && a.stream().mapToInt(Polynomial::size).sum() <= MOST_TERMS);
    }

    /** {@code Δ_{n-1}}, vanishing where a complex pair crosses the imaginary axis; degree at least 2. */
    Polynomial complexPair() {
        return degree() == 2 ? a.get(1) : determinant(degree() - 1);
    }

    /** Everything that has to be positive, the condition for a real root first. */
    List<Polynomial> all() {
        List<Polynomial> conditions = new ArrayList<>();
        conditions.add(a.get(0));
        if (degree() == 2) {
            conditions.add(a.get(1));
        } else if (degree() > 2) {
            for (int i = 2; i < degree(); i += 2) {
                conditions.add(a.get(i));
            }
            for (int order = degree() - 1; order >= 1; order -= 2) {
                conditions.add(determinant(order));
            }
        }
        return conditions;
    }

    /** The leading principal minor of the Hurwitz matrix, whose entry (i, j) is {@code a_{n-2i+j}} counted from 1. */
    private Polynomial determinant(int order) {
        List<List<RationalFunction>> matrix = new ArrayList<>();
        for (int i = 1; i <= order; i++) {
            List<RationalFunction> row = new ArrayList<>();
            for (int j = 1; j <= order; j++) {
                int place = degree() - 2 * j + i;
                boolean inside = place >= 0 && place <= degree();
                Polynomial entry = inside ? a.get(place) : a.get(0).minus(a.get(0));
                row.add(RationalFunction.of(entry));
            }
            matrix.add(row);
        }
        return CharacteristicPolynomial.determinant(matrix).numerator();
    }
}
