package org.macrostate.engine.analysis.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Domain;
import org.macrostate.reports.table.NumberText;
import org.macrostate.solvers.control.ControlFeasibility;
import org.macrostate.solvers.control.ControlProblem;
import org.macrostate.solvers.control.ControlResult;
import org.macrostate.solvers.control.ControlSearch;
import org.macrostate.solvers.control.ControlTasks;

/**
 * The best schedule of free form.
 *
 * @param controls parameters with their ranges
 * @param pieces of [0, T]
 * @param linear values joined by straight lines instead of constant on each piece
 * @param starts of local searches
 * @param logarithms names of positive scalars that are integrated by their logarithm
 * @param cost text of a running cost that is added to the goal
 */
public record ControlQuestion(
        List<ControlRange> controls,
        ControlTarget target,
        int pieces,
        boolean linear,
        int starts,
        Optional<String> cost,
        List<ControlBudget> budgets,
        List<String> logarithms,
        InitialCondition start,
        long randomSeed)
        implements Question {
    public static final int PIECES = 100;
    public static final int STARTS = 64;

    private static final int DIGITS = 7;

    /** How much less than the least that a rough search finds a budget may be: the search itself decides then. */
    private static final double NEAR = 1e-6;

    /** @throws BadInput if nothing is controlled, or pieces or starts are out of range */
    public ControlQuestion {
        controls = List.copyOf(controls);
        budgets = List.copyOf(budgets);
        logarithms = List.copyOf(logarithms);
        if (controls.isEmpty()) {
            throw new BadInput("a control is needed, such as beta=0:3");
        }
        ControlSearch.requireCounts(pieces, starts);
    }

    /** Whether the Hamiltonian and the controls are the same, in the same model. */
    boolean hasConditionsOf(ControlQuestion other) {
        return controls.stream()
                        .map(ControlRange::name)
                        .toList()
                        .equals(other.controls.stream().map(ControlRange::name).toList())
                && cost.equals(other.cost)
                && target.integral() == other.target.integral()
                && (!target.integral() || target.quantity().equals(other.target.quantity()))
                && budgets.isEmpty() == other.budgets.isEmpty();
    }

    @Override
    public String name() {
        return "control";
    }

    @Override
    public List<String> tables() {
        return ControlTables.NAMES;
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public Map<String, Double> tolerances() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("relative", ControlProblem.TOLERANCES.relative());
        tolerances.put("absolute", ControlProblem.TOLERANCES.absolute());
        return tolerances;
    }

    @Override
    public void requireFits(ModelInstance stated) {
        ModelInstance subject = of(stated);
        ControlledModel.controls(this, subject);
        ControlledModel.system(this, subject.system(), ControlledModel.formulas(this, subject.system()));
        start.state(subject);
    }

    @Override
    public ControlAnswer answer(ModelInstance stated, ExecutionContext work) {
        ModelInstance subject = of(stated);
        ControlProblem problem = ControlledModel.of(this, subject).problem();
        ControlTasks tasks = new ControlTasks() {
            @Override
            public <T> List<T> all(int count, IntFunction<T> task) {
                return work.runner().all(count, task);
            }
        };
        ControlFeasibility feasibility = new ControlFeasibility(problem, pieces, linear, randomSeed, tasks);
        for (int c = 0; c < controls.size(); c++) {
            controls.get(c).requireDefinedEnds(subject, feasibility, c);
        }
        requireSensible(feasibility);
        try (Progress.Stage stage = work.progress().begin(name(), ControlSearch.searches(starts))) {
            ControlSearch search =
                    new ControlSearch(problem, pieces, linear, starts, randomSeed, tasks, () -> stage.advance(1));
            ControlResult result = search.search();
            TimeLimit.putInOrder();
            return new ControlAnswer(
                    this, result, ControlTables.of(this, subject, problem, result), positives(subject));
        }
    }

    /** What is controlled: the model itself, its batch size relaxed where that is a control. */
    ModelInstance of(ModelInstance stated) {
        return controls.stream().anyMatch(control -> control.name().equals(ModelInstance.BATCH))
                ? stated.withBatchAsParameter()
                : stated;
    }

    /** Positive scalars that are integrated as they are. */
    private List<String> positives(ModelInstance subject) {
        return subject.system().variables().stream()
                .filter(variable -> !variable.isOverlap() && variable.domain() == Domain.POSITIVE)
                .map(StateVariable::name)
                .filter(scalar -> !logarithms.contains(scalar))
                .toList();
    }

    /** @throws BadInput if a control is not felt, or a budget excludes every schedule */
    private void requireSensible(ControlFeasibility search) {
        List<String> unfelt = search.unfelt();
        if (!unfelt.isEmpty()) {
            throw new BadInput(
                    "the goal '" + target.text() + "' does not feel the control "
                            + String.join(", ", unfelt)
                            + ": its derivative is zero at every schedule tried; control a parameter that the equations contain");
        }
        requireAffordable(search);
    }

    private void requireAffordable(ControlFeasibility search) {
        for (int b = 0; b < budgets.size(); b++) {
            double least = search.least(b);
            ControlBudget budget = budgets.get(b);
            if (least > budget.most() + NEAR * (1 + Math.abs(budget.most())) && least < Double.POSITIVE_INFINITY) {
                String tried = target.isTime() ? "that was tried and reaches the goal" : "that was tried";
                String when = target.isTime()
                        ? "until then"
                        : "by t = " + target.goal().latest();
                throw new BadInput("the budget '" + budget.text() + "' excludes every schedule " + tried
                        + ": the least of Integral[" + budget.integrand() + "] " + when + " is "
                        + NumberText.of(least, DIGITS)
                        + "; a budget above that, or another range of the control, leaves some");
            }
        }
    }
}
