package org.macrostate.equations.adjoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** How the Hamiltonian depends on a parameter; parts that contain the parameter are written out for it. */
final class ParameterDependence {
    private final CostateSystem costates;
    private final String name;
    private final Optional<Expression> copies;
    private final Map<String, Boolean> depends = new HashMap<>();

    ParameterDependence(CostateSystem costates, String name) {
        this.costates = costates;
        this.name = name;
        this.copies = costates.system().problem().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .flatMap(Declaration.Parameter::copies);
    }

    Optional<SwitchingFunction> switching() {
        Expression written = writtenOut(costates.hamiltonian());
        Expression first = derivative(written);
        if (first.isZero()) {
            return Optional.empty();
        }
        Shape shape = new Shape(new IndexLetters(costates.system().problem()));
        Expression second = derivative(first);
        Expression value = shape.of(first);
        if (second.isZero()) {
            return Optional.of(new SwitchingFunction(name, value, SwitchingFunction.Degree.LINEAR));
        }
        if (contains(second)) {
            return Optional.of(new SwitchingFunction(name, value, SwitchingFunction.Degree.OTHER));
        }
        Expression slope =
                CommonFactor.everywhere(Substitution.atoms(this::zeroed).in(first));
        Expression curvature = CommonFactor.everywhere(second);
        Expression singular = Rational.MINUS_ONE.times(slope).over(curvature);
        return Optional.of(new SwitchingFunction(
                name,
                value,
                SwitchingFunction.Degree.QUADRATIC,
                Optional.of(shape.letters().bound(singular)),
                Optional.of(shape.of(slope)),
                Optional.of(shape.of(curvature))));
    }

    /** With all copies of the parameter moving together. */
    private Expression derivative(Expression e) {
        if (copies.isEmpty()) {
            return Derivative.of(e, Symbol.parameter(name));
        }
        Index copy = Fresh.index(copies.get());
        return IndexSum.of(copy, Derivative.of(e, new Symbol(Kind.PARAMETER, name, List.of(copy))));
    }

    private Expression zeroed(Expression atom) {
        return isParameter(atom) ? Rational.ZERO : atom;
    }

    private boolean isParameter(Expression atom) {
        return atom instanceof Symbol s
                && s.kind() == Kind.PARAMETER
                && s.name().equals(name);
    }

    private boolean contains(Expression e) {
        return Expansion.contains(e, this::isParameter);
    }

    private boolean depends(NamedTerm piece) {
        Boolean known = depends.get(piece.name());
        if (known != null) {
            return known;
        }
        boolean found = Expansion.contains(
                piece.value(),
                atom -> isParameter(atom) || part(atom).filter(this::depends).isPresent());
        depends.put(piece.name(), found);
        return found;
    }

    private Optional<NamedTerm> part(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.PIECE
                ? costates.system().piece(s.name())
                : Optional.empty();
    }

    private Expression writtenOut(Expression e) {
        return Substitution.atoms(this::writtenOutAtom).in(e);
    }

    private Expression writtenOutAtom(Expression atom) {
        Optional<NamedTerm> part = part(atom).filter(this::depends);
        if (part.isEmpty()) {
            return atom;
        }
        List<IndexTerm> places = ((Symbol) atom).indices();
        Map<String, IndexTerm> replacements = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            replacements.put(part.get().indices().get(i).name(), places.get(i));
        }
        return writtenOut(Substitution.indices(replacements).in(part.get().value()));
    }
}
