package org.macrostate.equations.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;

/**
 * A system in matrix form.
 *
 * @param pieces named parts, each in terms of earlier ones
 * @param equations one a state variable with two indices, and those with one index whose rate is linear in columns
 * @param left the other equations, which stay in index form
 */
public record MatrixForm(List<MatrixEquation> pieces, List<MatrixEquation> equations, List<Equation> left) {
    public MatrixForm {
        pieces = List.copyOf(pieces);
        equations = List.copyOf(equations);
        left = List.copyOf(left);
    }

    /**
     * The matrix form of a system; empty if it has none: if an equation for a matrix, or a part that one needs, is no sum of
     * products of matrices. Compared with the index form, element by element, at random numbers.
     */
    public static Optional<MatrixForm> of(OrderParameterSystem system) {
        Set<String> symmetric = new HashSet<>();
        system.variables().stream().filter(StateVariable::symmetric).forEach(v -> symmetric.add(v.name()));
        MatrixConversion conversion = new MatrixConversion(symmetric);
        List<MatrixEquation> pieces = new ArrayList<>();
        for (NamedTerm piece : system.pieces()) {
            int indices = piece.indices().size();
            Optional<MatrixSum> value =
                    indices == 1 || indices == 2 ? conversion.of(piece.value(), piece.indices()) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (indices == 2 && conversion.isSymmetric(value.get())) {
                symmetric.add(piece.name());
            }
            pieces.add(new MatrixEquation(piece.name(), false, value.get()));
        }
        return equations(system, conversion, pieces).filter(form -> new MatrixCheck(system).agrees(form));
    }

    private static Optional<MatrixForm> equations(
            OrderParameterSystem system, MatrixConversion conversion, List<MatrixEquation> pieces) {
        List<MatrixEquation> found = new ArrayList<>();
        List<Equation> left = new ArrayList<>();
        boolean matrices = false;
        for (Equation equation : system.equations()) {
            StateVariable variable = equation.variable();
            int indices = variable.indices().size();
            Optional<MatrixSum> rate =
                    indices == 0 ? Optional.empty() : conversion.of(equation.rate(), variable.indices());
            if (rate.isEmpty() && indices == 2) {
                return Optional.empty();
            }
            rate.ifPresentOrElse(
                    r -> found.add(new MatrixEquation(variable.name(), true, r)), () -> left.add(equation));
            matrices |= indices == 2;
        }
        return matrices ? Optional.of(new MatrixForm(pieces, found, left)) : Optional.empty();
    }
}
