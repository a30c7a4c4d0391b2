package org.macrostate.engine.analysis.derive;

import java.util.List;
import org.macrostate.engine.model.CostateFormulas;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.Assignments;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.adjoint.CostateSystem;
import org.macrostate.equations.model.Declaration;

/**
 * Whose switching functions are told.
 *
 * @param names of parameters; empty for all
 */
public record CostateControls(List<String> names) {
    static final String ALL = "all";

    public CostateControls {
        names = List.copyOf(names);
    }

    /** Names with commas between, or {@code all}. */
    static CostateControls read(String text) {
        return text.equals(ALL) ? new CostateControls(List.of()) : new CostateControls(Assignments.names(text));
    }

    /** @throws BadInput if there is no such parameter */
    void requireFit(ModelInstance subject) {
        List<String> known = subject.problem().parameters().stream()
                .map(Declaration.Parameter::name)
                .toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw BadInput.unknownName("parameter", name, known);
            }
        }
    }

    CostateFormulas derived(ModelInstance subject, boolean expanded) {
        requireFit(subject);
        return CostateFormulas.of(CostateSystem.of(subject.withFixedNodes()), names, subject.sizes(), expanded);
    }
}
