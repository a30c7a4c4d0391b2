package org.macrostate.solvers.sgd;

import java.util.Map;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;

/** A learning problem with its sizes bound and its step compiled; immutable, for all threads. */
record BoundModel(
        LearningProblem problem,
        Sizes sizes,
        ParameterLayout parameters,
        VectorSet vectors,
        StepInputs inputs,
        Factors factors,
        OverlapColumns columns,
        StepKernel kernel) {

    static BoundModel of(LearningProblem problem, Sizes sizes, Map<String, Expression> schedules) {
        ParameterLayout parameters = new ParameterLayout(problem, sizes);
        VectorSet vectors = new VectorSet(problem, sizes);
        StepInputs inputs = new StepInputs(problem, sizes, vectors);
        return new BoundModel(
                problem,
                sizes,
                parameters,
                vectors,
                inputs,
                new Factors(problem, sizes, parameters, schedules.keySet()),
                new OverlapColumns(problem, vectors, inputs),
                StepKernel.of(problem, sizes, vectors, inputs, parameters, schedules));
    }
}
