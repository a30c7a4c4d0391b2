package org.macrostate.equations.adjoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** Derives costate equations: H is differentiated by the state, and by named parts in reverse order. */
final class CostateDerivation {
    private static final List<String> COSTATE = List.of("p_", "costate_");
    private static final List<String> BY_PART = List.of("h_", "derivative_");

    private final OrderParameterSystem system;
    private final Expression cost;
    private final IndexLetters letters;
    private final Shape shape;
    private final String costatePrefix;
    private final String partPrefix;
    private final List<NamedTerm> parts = new ArrayList<>();

    CostateDerivation(OrderParameterSystem system, Expression cost) {
        this.system = system;
        this.cost = cost;
        this.letters = new IndexLetters(system.problem());
        this.shape = new Shape(letters);
        this.costatePrefix = free(COSTATE);
        this.partPrefix = free(BY_PART);
    }

    /** The first prefix that no name of the model begins with. */
    private String free(List<String> prefixes) {
        List<String> names = system.problem().names();
        return prefixes.stream()
                .filter(prefix -> Stream.concat(
                                names.stream(),
                                Stream.concat(
                                        system.variables().stream().map(StateVariable::name),
                                        system.pieces().stream().map(NamedTerm::name)))
                        .noneMatch(name -> name.startsWith(prefix)))
                .findFirst()
                .orElseGet(() -> prefixes.get(prefixes.size() - 1) + "of_");
    }

    CostateSystem derived() {
        Expression hamiltonian = hamiltonian();
        for (int i = system.pieces().size() - 1; i >= 0; i--) {
            part(system.pieces().get(i), hamiltonian);
        }
        List<Equation> equations = new ArrayList<>();
        for (Equation equation : system.equations()) {
            StateVariable variable = equation.variable();
            List<Index> own = fresh(variable.indices());
            Expression rate = scaled(symmetrised(variable, own, hamiltonian), Rational.MINUS_ONE);
            StateVariable costate = costate(variable);
            equations.add(new Equation(costate, shown(rate, own, costate.indices())));
        }
        return new CostateSystem(system, cost, shape.of(hamiltonian), parts, equations);
    }

    private Expression hamiltonian() {
        List<Expression> terms = new ArrayList<>();
        for (Equation equation : system.equations()) {
            List<Index> own = equation.variable().indices();
            List<Index> free = fresh(own);
            Expression rate = renamed(equation.rate(), own, free);
            terms.add(IndexSum.of(free, costate(equation.variable()).at(free).times(rate)));
        }
        terms.add(cost);
        return Plus.of(terms);
    }

    private StateVariable costate(StateVariable v) {
        return new StateVariable(
                costatePrefix + v.name().replace('.', '_'),
                Kind.SCALAR,
                letters.lettersFor(v.indices()),
                v.symmetric(),
                v.left(),
                v.right(),
                v.leftIndices(),
                v.inBlocks(),
                v.absent(),
                v.copies(),
                Domain.REAL,
                Optional.empty());
    }

    private void part(NamedTerm piece, Expression hamiltonian) {
        List<Index> own = fresh(piece.indices());
        Expression by = derivative(new Symbol(Kind.PIECE, piece.name(), List.copyOf(own)), hamiltonian);
        if (!by.isZero()) {
            List<Index> shown = letters.lettersFor(piece.indices());
            parts.add(NamedTerm.of(
                    partPrefix + piece.name(),
                    shown,
                    shown(by, own, shown),
                    "the derivative of the Hamiltonian by " + piece.name()));
        }
    }

    /** The derivative of H by an entry, or half the sum of those by both entries that one overlap stands for. */
    private Expression symmetrised(StateVariable variable, List<Index> own, Expression hamiltonian) {
        Expression straight = derivative(variable.at(own), hamiltonian);
        List<Index> exchanged = variable.exchanged(own);
        if (exchanged.equals(own)) {
            return straight;
        }
        Expression turned = derivative(variable.at(exchanged), hamiltonian);
        return scaled(straight.plus(turned), Rational.ONE.over(Expression.of(2)));
    }

    /** A sum term by term, so that none of its terms stands in a bracket. */
    private static Expression scaled(Expression e, Expression factor) {
        return e instanceof Plus sum
                ? Plus.of(sum.terms().stream().map(factor::times).toList())
                : factor.times(e);
    }

    /** By an atom with fresh indices: what stands in H itself, and by way of the parts that have been dealt with. */
    private Expression derivative(Symbol atom, Expression hamiltonian) {
        List<Expression> terms = new ArrayList<>();
        terms.add(Derivative.of(hamiltonian, atom));
        for (NamedTerm part : parts) {
            NamedTerm of =
                    system.piece(part.name().substring(partPrefix.length())).orElseThrow();
            List<Index> places = fresh(of.indices());
            Expression inner = Derivative.of(renamed(of.value(), of.indices(), places), atom);
            if (!inner.isZero()) {
                terms.add(IndexSum.of(places, new Symbol(Kind.PIECE, part.name(), List.copyOf(places)).times(inner)));
            }
        }
        return Plus.of(terms);
    }

    private Expression shown(Expression value, List<Index> own, List<Index> letters) {
        return shape.of(renamed(value, own, letters));
    }

    private static List<Index> fresh(List<Index> indices) {
        return indices.stream().map(index -> Fresh.index(index.extent())).toList();
    }

    private static Expression renamed(Expression value, List<Index> from, List<Index> to) {
        Map<String, IndexTerm> replacements = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            replacements.put(from.get(i).name(), to.get(i));
        }
        return Substitution.indices(replacements).in(value);
    }
}
