package org.macrostate.equations.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.Coincidence;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.Relation;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;

/**
 * The equations on the subspace of states whose copies are alike. What the equations do not tell apart stays alike for
 * ever, so that the subspace is invariant and its few order parameters have equations of their own, for any numbers of
 * copies: {@code Q[k,k] = Q}, {@code Q[k,l] = Q_off}, {@code R[k,a] = R} for a committee. Plateaus lie in it. That it is
 * invariant is checked against the full equations, at random states and the given parameters.
 */
public final class SymmetricSubspace {
    private final OrderParameterSystem full;
    private final CopyClasses sorts;
    private final Map<String, StateVariable> lumped = new LinkedHashMap<>();
    private final Map<String, StateVariable> whole = new LinkedHashMap<>();
    private final Lumping lumping;

    private SymmetricSubspace(OrderParameterSystem full, Sizes sizes, SymmetricAnsatz alike) {
        this.full = full;
        this.sorts = new CopyClasses(full, sizes, alike);
        this.lumping = new Lumping(full, sorts, lumped);
        full.variables().forEach(this::lump);
    }

    /**
     * The system on the subspace. Its sizes stay symbols, but it holds only for sizes with as many different copies as
     * these: two at most are told apart of two, for example.
     *
     * @param parameters at which invariance is checked
     * @throws org.macrostate.equations.BadInput if nothing has copies or the equations tell copies apart
     */
    public static OrderParameterSystem of(
            OrderParameterSystem full, Sizes sizes, SymmetricAnsatz alike, double[] parameters) {
        Invariance.require(full, sizes, alike, parameters);
        return unchecked(full, sizes, alike);
    }

    static OrderParameterSystem unchecked(OrderParameterSystem full, Sizes sizes, SymmetricAnsatz alike) {
        return new SymmetricSubspace(full, sizes, alike).system(alike);
    }

    private void lump(StateVariable variable) {
        for (Coincidence which : coincidences(variable)) {
            String name = variable.name().replace('.', '_') + (which == Coincidence.DIFFERENT ? "_off" : "");
            StateVariable one = variable.indices().isEmpty() ? variable : variable.lumped(name, which);
            lumped.put(Lumping.key(variable.name(), which), one);
            whole.put(one.name(), variable);
        }
    }

    private List<Coincidence> coincidences(StateVariable variable) {
        Coincidence equal = lumping.coincidence(variable, positions(variable, Coincidence.SAME));
        if (equal == Coincidence.ANY) {
            return List.of(Coincidence.ANY);
        }
        boolean several = sorts.count(sorts.required(variable.indices().get(0).extent())) > 1;
        return several ? List.of(Coincidence.SAME, Coincidence.DIFFERENT) : List.of(Coincidence.SAME);
    }

    /** A place where the indices coincide so. */
    private static List<IndexTerm> positions(StateVariable variable, Coincidence which) {
        List<IndexTerm> positions = new ArrayList<>();
        for (int i = 0; i < variable.indices().size(); i++) {
            positions.add(new Position(which == Coincidence.DIFFERENT ? i + 1 : 1));
        }
        return positions;
    }

    private OrderParameterSystem system(SymmetricAnsatz alike) {
        List<Equation> equations = new ArrayList<>();
        for (StateVariable one : lumped.values()) {
            Equation equation = full.equations().stream()
                    .filter(e -> e.variable().equals(whole.get(one.name())))
                    .findFirst()
                    .orElseThrow();
            StateVariable old = equation.variable();
            equations.add(new Equation(one, lumping.at(equation.rate(), old.indices(), positions(old, one.copies()))));
        }
        List<Formula> observables =
                full.observables().stream().map(this::formula).toList();
        List<Formula> phases = full.phases().stream().map(this::formula).toList();
        return new OrderParameterSystem(
                full.problem().withStates(new LumpedStates(full, lumping, lumped).all()),
                full.limit(),
                equations,
                lumping.pieces(),
                full.tables(),
                observables,
                phases,
                steps(equations, alike));
    }

    private Formula formula(Formula f) {
        return new Formula(f.name(), lumping.at(f.value(), List.of(), List.of()));
    }

    private List<Step> steps(List<Equation> equations, SymmetricAnsatz alike) {
        List<Step> steps = new ArrayList<>(full.steps());
        List<StepLine> meanings = new ArrayList<>();
        for (StateVariable one : lumped.values()) {
            StateVariable old = Optional.ofNullable(whole.get(one.name())).orElseThrow();
            if (!old.equals(one)) {
                Expression at = old.at(positions(old, one.copies()));
                meanings.add(new StepLine(ExpressionText.of(at), one.symbol()));
            }
        }
        steps.add(new Step(
                "Symmetric subspace",
                Length.KEY,
                meanings,
                alike == SymmetricAnsatz.PAIRED
                        ? "copies with the same number are partners, and all pairs are alike; checked against the full equations"
                        : "all copies are alike; checked against the full equations"));
        steps.add(new Step(
                "Equations on the subspace",
                Length.RESULT,
                equations.stream()
                        .map(e -> new StepLine(e.variable().name(), Relation.RATE, e.rate(), ""))
                        .toList(),
                "sums over copies that are alike are products"));
        return steps;
    }
}
