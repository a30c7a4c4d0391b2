package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Rational;

/** The order parameters of a problem: every pair of families with a trained one, by its name, then the scalars. */
final class StateVariables {
    /** Of sizes: no model has more blocks. */
    private static final int MOST_BLOCKS = 1000;

    private final LearningProblem problem;
    private final Set<Set<String>> seen = new HashSet<>();
    private final List<StateVariable> variables = new ArrayList<>();

    private StateVariables(LearningProblem problem) {
        this.problem = problem;
    }

    static List<StateVariable> of(LearningProblem problem) {
        StateVariables collected = new StateVariables(problem);
        problem.order().forEach(order -> collected.overlap(order.name(), order.left(), order.right()));
        for (Declaration.Vectors a : problem.vectors()) {
            for (Declaration.Vectors b : problem.vectors()) {
                collected.overlap(a.name() + "." + b.name(), a.name(), b.name());
            }
        }
        problem.scalars().forEach(collected::scalar);
        return collected.variables;
    }

    private void overlap(String name, String left, String right) {
        Declaration.Vectors a = problem.vectors(left).orElseThrow();
        Declaration.Vectors b = problem.vectors(right).orElseThrow();
        boolean isKept = left.equals(right) && a.norm().isPresent();
        if (isKept
                || problem.areApart(left, right)
                || (!a.isTrained() && !b.isTrained())
                || !seen.add(new HashSet<>(List.of(left, right)))) {
            return;
        }
        List<Index> indices = new ArrayList<>();
        problem.blocks().ifPresent(extent -> indices.add(Fresh.index(extent)));
        indices.addAll(a.indices());
        indices.addAll(b.indices());
        variables.add(
                StateVariable.overlap(name, indices, a, b, problem.blocks().isPresent(), absent(left, right)));
    }

    /** Blocks in which a share is stated to be zero, of as many blocks as there may be. */
    private Set<Integer> absent(String left, String right) {
        if (problem.blocks().isEmpty()) {
            return Set.of();
        }
        int most =
                problem.blocks().get() instanceof Rational count ? count.value().getNumeratorAsInt() : MOST_BLOCKS;
        return IntStream.rangeClosed(1, most)
                .filter(b -> problem.hasNoPart(left, b) || problem.hasNoPart(right, b))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private void scalar(Declaration.Scalar scalar) {
        List<Index> indices = scalar.copies().stream().map(Fresh::index).toList();
        variables.add(StateVariable.scalar(scalar.name(), indices, scalar.domain(), scalar.start()));
    }
}
