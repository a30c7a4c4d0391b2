package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Power;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;

/**
 * What one sample does to the vectors, compiled. First the make-up of the samples, x_s = Σ_j c_sj vector_j/√N + Σ_b a_sb
 * P_b n_s with a_sb the amplitude of the noise times the root of its eigenvalue on block b;
 * then, fields known, forces, linear terms and scalar rates.
 *
 * @param makeUpProgram what {@code makeUp} computes
 * @param stepProgram what {@code step} computes
 * @param makeUp S·r coefficients c_sj, row by row, then S·B amplitudes a_sb
 * @param step forces, then linear terms, then scalar rates, in the order of the index arrays
 * @param forceSample sample of each force
 * @param forceVector trained vector each force moves
 * @param linearRow trained vector each linear term moves
 * @param linearColumn vector it moves along
 * @param linearBlock block that each linear term is of, from 0; -1 if it is the same in all
 * @param scalar scalar each rate moves
 */
record StepKernel(
        Program makeUpProgram,
        Program stepProgram,
        Kernel makeUp,
        Kernel step,
        int[] forceSample,
        int[] forceVector,
        int[] linearRow,
        int[] linearColumn,
        int[] linearBlock,
        int[] scalar) {

    static StepKernel of(
            LearningProblem problem,
            Sizes sizes,
            VectorSet vectors,
            StepInputs inputs,
            ParameterLayout parameters,
            Map<String, Expression> schedules) {
        schedules.keySet().stream()
                .filter(name -> problem.parameter(name).isEmpty())
                .forEach(name -> {
                    throw BadInput.unknownName(
                            "parameter",
                            name,
                            problem.parameters().stream()
                                    .map(Declaration.Parameter::name)
                                    .toList());
                });
        ExpressionGraph graph = new ExpressionGraph();
        StepBinding binding = new StepBinding(vectors, inputs, parameters, schedules);
        GraphBuilder builder = new GraphBuilder(graph, sizes, binding);
        StepOutputs outputs = outputs(problem, vectors, inputs, builder);
        List<Integer> nodes = new ArrayList<>();
        for (List<StepOutputs.Entry> part : List.of(outputs.forces(), outputs.linear(), outputs.scalars())) {
            part.forEach(entry -> nodes.add(entry.node()));
        }
        List<Integer> makeUp = makeUp(problem, vectors, builder);
        Program first = Program.of(graph, makeUp, inputs.length(), parameters.length());
        Program then =
                StepBinding.joined(Program.of(graph, nodes, 2 * inputs.length(), parameters.length()), inputs.length());
        return new StepKernel(
                first,
                then,
                KernelCompiler.compile(first),
                KernelCompiler.compile(then),
                rows(outputs.forces()),
                columns(outputs.forces()),
                rows(outputs.linear()),
                columns(outputs.linear()),
                outputs.linear().stream().mapToInt(StepOutputs.Entry::block).toArray(),
                rows(outputs.scalars()));
    }

    private static StepOutputs outputs(
            LearningProblem problem, VectorSet vectors, StepInputs inputs, GraphBuilder builder) {
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            return new LossStep(problem, vectors, inputs, builder).of(loss);
        }
        if (problem.dynamics() instanceof Dynamics.Updates updates) {
            return new UpdateStep(vectors, inputs, builder, new StepOutputs(builder.graph())).of(updates.updates());
        }
        throw new BadInput("the model " + problem.name()
                + " states its equations under 'flow': there is no learning rule to simulate");
    }

    private static List<Integer> makeUp(LearningProblem problem, VectorSet vectors, GraphBuilder builder) {
        List<Integer> nodes = new ArrayList<>();
        for (Declaration.Sample sample : problem.samples()) {
            for (int coefficient : coefficients(sample, vectors, builder)) {
                nodes.add(coefficient);
            }
        }
        for (Declaration.Sample sample : problem.samples()) {
            nodes.addAll(amplitudes(problem, sample, builder));
        }
        return nodes;
    }

    private static List<Integer> amplitudes(LearningProblem problem, Declaration.Sample sample, GraphBuilder builder) {
        if (problem.blocks().isEmpty()) {
            return List.of(builder.node(sample.noise(), Map.of()));
        }
        List<Integer> nodes = new ArrayList<>();
        for (int b = 1; b <= builder.sizes().of(problem.blocks().get()); b++) {
            Expression eigenvalue = problem.eigenvalueAt(sample, new org.macrostate.equations.tensor.Position(b));
            nodes.add(builder.node(sample.noise().times(Power.sqrt(eigenvalue)), Map.of()));
        }
        return nodes;
    }

    /** The node of each vector's coefficient in a sample. */
    static int[] coefficients(Declaration.Sample sample, VectorSet vectors, GraphBuilder builder) {
        int[] coefficients = new int[vectors.count()];
        java.util.Arrays.fill(coefficients, builder.graph().number(0));
        for (SampleTerm term : sample.terms()) {
            addTerm(term, vectors, builder, coefficients);
        }
        return coefficients;
    }

    private static void addTerm(SampleTerm term, VectorSet vectors, GraphBuilder builder, int[] coefficients) {
        for (List<Integer> place : Places.all(term.sums(), builder.sizes())) {
            Map<String, Integer> places = new java.util.HashMap<>();
            for (int i = 0; i < place.size(); i++) {
                places.put(term.sums().get(i).name(), place.get(i));
            }
            List<Integer> copy = term.vector().indices().stream()
                    .map(index -> index instanceof org.macrostate.equations.tensor.Position p
                            ? p.value()
                            : places.getOrDefault(((org.macrostate.equations.tensor.Index) index).name(), 0))
                    .toList();
            int vector = vectors.number(term.vector().family(), copy);
            int node = builder.node(term.coefficient(), places);
            coefficients[vector] = builder.graph().add(coefficients[vector], node);
        }
    }

    private static int[] rows(List<StepOutputs.Entry> entries) {
        return entries.stream().mapToInt(StepOutputs.Entry::row).toArray();
    }

    private static int[] columns(List<StepOutputs.Entry> entries) {
        return entries.stream().mapToInt(StepOutputs.Entry::column).toArray();
    }
}
