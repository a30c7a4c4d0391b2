package org.macrostate.equations.graph;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * Sums inside of functions that are no fields, as in {@code Log[Sum[Exp[h[k]], {k, K}]]} or {@code Exp[-Sum[h[k]^2, {k, K}]]}:
 * their expectations are over as many fields as they have terms, so that the equations hold for one number of terms.
 */
public final class BoundSums {
    private final Set<String> found = new TreeSet<>();
    private final Set<String> normal;

    private BoundSums(LearningProblem problem) {
        normal = problem.randoms().stream()
                .filter(random -> random.law() instanceof Law.Normal)
                .map(Declaration.Random::name)
                .collect(Collectors.toSet());
    }

    /** The problem with the sizes of such sums bound; the problem itself if it has none. */
    public static LearningProblem in(LearningProblem problem, Sizes sizes) {
        BoundSums sums = new BoundSums(problem);
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            loss.all().values().forEach(value -> sums.look(value, false));
            loss.updates().forEach(update -> sums.look(update.step(), false));
        } else if (problem.dynamics() instanceof Dynamics.Updates updates) {
            updates.updates().forEach(update -> sums.look(update.step(), false));
        }
        problem.observables().forEach(observable -> sums.look(observable.value(), false));
        if (sums.found.isEmpty()) {
            return problem;
        }
        List<Declaration.Size> bound = problem.sizes().stream()
                .map(size -> sums.found.contains(size.name())
                        ? new Declaration.Size(
                                size.name(),
                                Objects.requireNonNull(sizes.values().get(size.name())),
                                size.countsSamples(),
                                true)
                        : size)
                .toList();
        return problem.withSizes(bound);
    }

    /** @param inside whether it stands in a function that is no polynomial */
    private void look(Expression e, boolean inside) {
        if (e instanceof IndexSum sum
                && inside
                && sum.index().extent() instanceof Symbol size
                && size.kind() == Kind.SIZE
                && !isLinear(sum.body())) {
            found.add(size.name());
        }
        boolean deeper = inside || isFunction(e);
        e.children().forEach(child -> look(child, deeper));
    }

    private static boolean isFunction(Expression e) {
        if (e instanceof Power power) {
            return !(power.exponent() instanceof Rational n
                    && n.value().getDenominatorAsInt() == 1
                    && n.value().signum() > 0);
        }
        return e instanceof Apply apply
                && apply.function() != Function.MEAN
                && apply.function() != Function.STOP_GRADIENT;
    }

    /** Whether a sum of this is a Gaussian variable, or none. */
    private boolean isLinear(Expression body) {
        return Expansion.of(body, this::isVariable).stream()
                .allMatch(m -> m.factors().isEmpty()
                        || m.factors().size() == 1 && isVariable(m.factors().get(0)));
    }

    private boolean isVariable(Expression atom) {
        return atom instanceof Field
                || atom instanceof Symbol s && s.kind() == Kind.RANDOM && normal.contains(s.name());
    }
}
