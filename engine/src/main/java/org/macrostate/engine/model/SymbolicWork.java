package org.macrostate.engine.model;

import java.util.function.Supplier;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ProgramStore;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * How symbolic work is done.
 *
 * @param limit on the time of each piece of it
 * @param cache what was found before
 */
public record SymbolicWork(TimeLimit limit, SystemCache cache) {
    public static final SymbolicWork DEFAULT = new SymbolicWork(TimeLimit.DEFAULT, SystemCache.none());

    SymbolicWork withoutCache() {
        return new SymbolicWork(limit, SystemCache.none());
    }

    OrderParameterSystem derive(LearningProblem problem, Theory theory) {
        return said(
                problem,
                () -> cache.system(
                        problem,
                        theory.derivation(),
                        () -> limit.of("deriving its equations", () -> theory.derive(problem))));
    }

    CompiledSystem compile(OrderParameterSystem system, Theory theory, Sizes sizes) {
        LearningProblem problem = system.problem();
        // A subspace is found at given parameters, which the cache does not ask about.
        ProgramStore store =
                theory.subspace().isPresent() ? ProgramStore.NONE : cache.programs(problem, theory.derivation(), sizes);
        return said(
                problem,
                () -> limit.of(
                        "compiling its equations at these sizes",
                        () -> CompiledSystem.of(BoundSystem.of(system, sizes, store))));
    }

    /** What has no place in the file is said of the model. */
    private static <T> T said(LearningProblem problem, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput bad) {
            throw bad.at(Place.ofOption("model " + problem.name()));
        } catch (TimeLimit.Interrupted cut) {
            throw cut.of("model " + problem.name());
        }
    }
}
