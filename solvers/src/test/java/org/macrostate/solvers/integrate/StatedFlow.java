package org.macrostate.solvers.integrate;

import java.util.Map;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Systems from the text of a model file. */
final class StatedFlow {
    private StatedFlow() {}

    static CompiledSystem compiled(String model) {
        LearningProblem problem = ModelFile.read(model, "model");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }
}
