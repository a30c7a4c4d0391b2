package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.LogarithmicScalars;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.control.Control;
import org.macrostate.solvers.control.ControlProblem;
import org.macrostate.solvers.control.ControlledSystem;
import org.macrostate.solvers.fixedpoint.PhysicalRegion;

/** A question's control problem in a model: its expressions read, its kernels compiled. */
record ControlledModel(ControlProblem problem) {
    /** @throws BadInput if an expression, a range or the start does not fit the model */
    static ControlledModel of(ControlQuestion asked, ModelInstance subject) {
        List<Control> controls = controls(asked, subject);
        double[] start = asked.start().state(subject);
        OrderParameterSystem system = subject.system();
        List<Formula> formulas = formulas(asked, system);
        BoundSystem bound = BoundSystem.of(system(asked, system, formulas), subject.sizes());
        List<Integer> integrands = new ArrayList<>();
        for (int i = 1; i < formulas.size(); i++) {
            integrands.add(i);
        }
        PhysicalRegion region = PhysicalRegion.of(subject.compiled().bound(), subject.parameters());
        if (!region.contains(start)) {
            throw new BadInput(
                    "the start is no state of vectors: a number is outside its domain, or the overlaps are no"
                            + " Gram matrix (|w.u|^2 must not exceed (w.w)(u.u), for instance)");
        }
        ControlledSystem compiled = ControlledSystem.of(bound, 0, integrands, controls, logarithms(asked, bound));
        int costs = (asked.target().integral() ? 1 : 0) + (asked.cost().isPresent() ? 1 : 0);
        double[] weights = new double[integrands.size()];
        Arrays.fill(weights, 0, costs, 1);
        List<ControlProblem.Budget> budgets = new ArrayList<>();
        for (int i = 0; i < asked.budgets().size(); i++) {
            budgets.add(
                    new ControlProblem.Budget(costs + i, asked.budgets().get(i).most()));
        }
        return new ControlledModel(ControlProblem.of(
                        compiled, subject.parameters(), start, asked.target().goal())
                .costing(weights)
                .within(budgets)
                .inside(region::contains));
    }

    /** @throws BadInput if a logarithm is asked for that is no coordinate */
    static OrderParameterSystem system(ControlQuestion asked, OrderParameterSystem system, List<Formula> formulas) {
        OrderParameterSystem plain = system.with(system.problem(), formulas);
        return asked.logarithms().isEmpty() ? plain : LogarithmicScalars.in(plain, Set.copyOf(asked.logarithms()));
    }

    private static List<Integer> logarithms(ControlQuestion asked, BoundSystem bound) {
        List<StateLayout.Element> elements = bound.state().elements();
        return IntStream.range(0, elements.size())
                .filter(i ->
                        asked.logarithms().contains(elements.get(i).variable().name()))
                .boxed()
                .toList();
    }

    static List<Control> controls(ControlQuestion asked, ModelInstance subject) {
        return asked.controls().stream().map(range -> range.in(subject)).toList();
    }

    /** The quantity; then integrands: the goal's, the running cost, the budgets'. */
    static List<Formula> formulas(ControlQuestion asked, OrderParameterSystem system) {
        List<Formula> formulas = new ArrayList<>();
        formulas.add(new Formula("goal", read(system, asked.target().quantity())));
        if (asked.target().integral()) {
            formulas.add(new Formula("integrand", read(system, asked.target().quantity())));
        }
        Optional<String> cost = asked.cost();
        cost.ifPresent(text -> formulas.add(new Formula("cost", read(system, text))));
        for (int i = 0; i < asked.budgets().size(); i++) {
            formulas.add(new Formula(
                    "budget" + (i + 1), read(system, asked.budgets().get(i).integrand())));
        }
        return formulas;
    }

    /** An observable goes by its name, also where its formula cannot be written by hand. */
    private static Expression read(OrderParameterSystem system, String text) {
        return system.observables().stream()
                .filter(o -> o.name().equals(text))
                .findFirst()
                .map(Formula::value)
                .orElseGet(() -> SystemScope.read(system, Text.of(text)));
    }
}
