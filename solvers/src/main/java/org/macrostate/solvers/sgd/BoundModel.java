package org.macrostate.solvers.sgd;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BatchSize;
import org.macrostate.equations.model.Declaration;
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

    /** The values of expressions in sizes and parameters. */
    double[] constants(List<Expression> expressions, double[] values) {
        ExpressionGraph graph = new ExpressionGraph();
        GraphBuilder builder = new GraphBuilder(graph, sizes, new StepBinding(vectors, inputs, parameters, Map.of()));
        List<Integer> nodes =
                expressions.stream().map(e -> builder.node(e, Map.of())).toList();
        double[] numbers = new double[nodes.size()];
        new Interpreter(Program.of(graph, nodes, inputs.length(), values.length))
                .eval(0, new double[inputs.length()], values, numbers);
        return numbers;
    }

    /**
     * |w|/√N of each vector that is scaled to it after every step; 0 of those that are not.
     *
     * @throws org.macrostate.equations.BadInput unless it is positive
     */
    double[] norms(double[] values) {
        double[] norms = new double[vectors.count()];
        for (Declaration.Vectors family : vectors.families()) {
            if (family.norm().isPresent()) {
                double norm = constants(List.of(family.norm().get()), values)[0];
                if (!(norm > 0) || !Double.isFinite(norm)) {
                    throw new BadInput("the norm of " + family.name() + " must be positive, was " + norm);
                }
                norms[vectors.number(family.name(), List.of())] = norm;
            }
        }
        return norms;
    }

    /**
     * Samples averaged in one step.
     *
     * @throws BadInput if it is a parameter whose value is no whole number from 1 to 1000
     */
    int batch(double[] values) {
        return problem.batch().samples(name -> values[parameters.position(name)]);
    }

    /** How many blocks the directions fall into: one where all noise is isotropic. */
    int blocks() {
        return problem.blocks().map(sizes::of).orElse(1);
    }

    static BoundModel of(LearningProblem problem, Sizes sizes, Map<String, Expression> schedules) {
        if (problem.batch() instanceof BatchSize.ByParameter by && schedules.containsKey(by.parameter())) {
            throw new BadInput(
                    "the batch size " + by.parameter()
                            + " cannot follow a schedule in a simulation, which draws the same number of samples in every step");
        }
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
                new OverlapColumns(problem, sizes, vectors, inputs),
                StepKernel.of(problem, sizes, vectors, inputs, parameters, schedules));
    }
}
