package org.macrostate.engine.analysis.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.Symmetries;

/**
 * The order-parameter equations, observables and fixed-point conditions.
 *
 * @param expanded whether with sizes bound, one equation for each element of the state
 * @param symmetries whether those of the equations are looked for, at sizes of two at most
 * @param steps how much of the derivation is told; nothing unless asked for
 * @param costates parameters whose switching functions are told with the costate equations; empty if these are not asked for
 * @param form how it is written
 */
public record DeriveQuestion(
        boolean expanded,
        boolean symmetries,
        Optional<Length> steps,
        Optional<CostateControls> costates,
        DeriveForm form)
        implements Question {
    /** Of one size; what holds of two copies is looked for of any two. */
    private static final int MOST_COPIES = 2;

    @Override
    public String name() {
        return "derive";
    }

    @Override
    public void requireFits(ModelInstance subject) {
        costates.ifPresent(controls -> controls.requireFit(subject));
    }

    @Override
    public DeriveAnswer answer(ModelInstance subject, ExecutionContext work) {
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            OrderParameterSystem system = costates.isPresent() ? subject.withFixedNodes() : subject.system();
            Map<String, Double> errors = new LinkedHashMap<>(subject.quadratureErrors());
            errors.keySet().removeIf(name -> system.piece(name).isEmpty());
            DeriveAnswer answer = new DeriveAnswer(
                    system,
                    subject.sizes(),
                    errors,
                    found(subject),
                    expanded,
                    steps,
                    costates.map(controls -> controls.derived(subject, expanded)));
            stage.advance(1);
            return answer;
        }
    }

    private Optional<List<String>> found(ModelInstance subject) {
        if (!symmetries) {
            return Optional.empty();
        }
        Map<String, Integer> small = new LinkedHashMap<>();
        subject.sizes().values().forEach((name, size) -> small.put(name, Math.min(size, MOST_COPIES)));
        ModelInstance few = subject.with(new Settings(Map.of(), small));
        Symmetries group = FixedPointSearch.of(few.compiled()).symmetries(few.parameters());
        return Optional.of(group.told(few.compiled().bound().state().labels()));
    }
}
