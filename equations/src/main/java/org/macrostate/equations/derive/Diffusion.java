package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;

/**
 * The diffusion of finite-N runs around the theory, in index form: {@code B_{(ij),(kl)} = Cov(δ_ij, δ_kl)} with δ what
 * one step adds to an order parameter, times N (docs/theory.md, section 6). For N → ∞ the process √N (G_N - G) is
 * Gaussian with covariance {@code dΣ/dt = JΣ + ΣJᵀ + B} (T. G. Kurtz, Stoch. Process. Appl. 6, 223, 1978).
 *
 * @param parts what the entries are expressions in: a system without equations, for its pieces
 * @param entries one a pair of variables, each pair once
 */
public record Diffusion(OrderParameterSystem parts, List<Entry> entries) {
    /**
     * The covariance of two order parameters' increments.
     *
     * @param first with free indices of its own
     * @param second with other free indices
     */
    public record Entry(StateVariable first, StateVariable second, Expression covariance) {}

    public Diffusion {
        entries = List.copyOf(entries);
    }

    /** The diffusion of a learning problem; empty if a moment that it takes has no closed form. */
    public static Optional<Diffusion> inClosedForm(LearningProblem problem) {
        if (problem.dynamics() instanceof Dynamics.Flow) {
            return Optional.empty();
        }
        try {
            return Optional.of(derive(problem));
        } catch (BadInput noRule) {
            // The theory itself may well have closed forms: moments here are of twice the degree.
            return Optional.empty();
        }
    }

    private static Diffusion derive(LearningProblem problem) {
        List<StateVariable> variables = StateVariables.of(problem);
        RateDerivation assembly = RateDerivation.inClosedForm(problem, variables);
        Increments increments = assembly.increments();
        SingleDraw draw = new SingleDraw(assembly, new OverlapAlgebra(problem));
        Presentation presentation = new Presentation(assembly.classwise(), variables);
        List<Entry> raw = new ArrayList<>();
        for (int a = 0; a < variables.size(); a++) {
            StateVariable first = variables.get(a);
            Expression increment = increments.of(first, draw);
            Expression mean = assembly.mean(increment);
            for (int b = a; b < variables.size(); b++) {
                StateVariable second = withFreshIndices(variables.get(b));
                Expression other = increments.of(second, draw);
                Expression covariance = assembly.mean(increment.times(other))
                        .minus(mean.times(assembly.mean(other)))
                        .over(problem.batch().expression());
                raw.add(new Entry(first, second, covariance));
            }
        }
        List<Entry> entries = raw.stream().map(e -> shown(e, presentation)).toList();
        List<NamedTerm> pieces = presentation.pieces(assembly.pieces());
        OrderParameterSystem parts = new OrderParameterSystem(
                problem, Limit.FINITE_RATE, List.of(), pieces, List.of(), List.of(), List.of());
        return new Diffusion(parts, entries);
    }

    private static StateVariable withFreshIndices(StateVariable v) {
        return v.with(v.indices().stream().map(i -> Fresh.index(i.extent())).toList());
    }

    private static Entry shown(Entry entry, Presentation presentation) {
        List<Index> own = new ArrayList<>(entry.first().indices());
        own.addAll(entry.second().indices());
        List<Index> shown = presentation.lettersFor(own);
        int split = entry.first().indices().size();
        return new Entry(
                entry.first().with(shown.subList(0, split)),
                entry.second().with(shown.subList(split, own.size())),
                CommonFactor.everywhere(presentation.formula(entry.covariance(), own, shown)));
    }
}
