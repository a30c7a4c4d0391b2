package org.macrostate.equations.adjoint;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * The derivative of the Hamiltonian by a parameter: where it is positive an optimal control stands at the lower end of its
 * range, where negative at the upper end.
 *
 * @param parameter its name; copies of it move together
 * @param value ∂H/∂u, in order parameters, costates and named parts of both
 * @param degree of H in u
 * @param singular where ∂H/∂u = 0, {@code u = -a/(2 b)} with {@code H = c + a u + b u^2}, in terms that do not contain u; a
 *     minimum of H where b is positive
 * @param slope a; there where {@code singular} is
 * @param curvature 2 b; there where {@code singular} is
 */
public record SwitchingFunction(
        String parameter,
        Expression value,
        Degree degree,
        Optional<Expression> singular,
        Optional<Expression> slope,
        Optional<Expression> curvature) {
    /** Of a Hamiltonian that has no stationary control in closed form. */
    SwitchingFunction(String parameter, Expression value, Degree degree) {
        this(parameter, value, degree, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How the Hamiltonian depends on a parameter. */
    public enum Degree {
        /** An optimal control stands at an end of its range, or where its switching function stays zero. */
        LINEAR("linear"),
        /** There is a stationary control in closed form. */
        QUADRATIC("quadratic"),
        /** Neither: a stationary control solves an equation. */
        OTHER("neither linear nor quadratic");

        private final String words;

        Degree(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
