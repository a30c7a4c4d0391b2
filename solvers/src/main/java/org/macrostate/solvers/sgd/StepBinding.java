package org.macrostate.solvers.sgd;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.macrostate.equations.graph.Binding;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.ParameterNodes;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Symbol;

/** Fields, overlaps, scalars and random factors are state; parameters are parameters, or schedules in time. */
final class StepBinding implements Binding {
    private final VectorSet vectors;
    private final StepInputs inputs;
    private final ParameterNodes parameters;
    private boolean stopped;

    StepBinding(VectorSet vectors, StepInputs inputs, ParameterLayout parameters, Map<String, Expression> schedules) {
        this.vectors = vectors;
        this.inputs = inputs;
        this.parameters = new ParameterNodes(parameters, schedules);
    }

    @Override
    public int node(Expression atom, List<Integer> places, GraphBuilder builder) {
        if (atom instanceof Field field) {
            int vector = vectors.number(field.vector().family(), places);
            return state(builder, inputs.field(inputs.sample(field.sample()), vector));
        }
        if (atom instanceof Overlap overlap) {
            int first = overlap.block().size();
            int split = first + overlap.left().indices().size();
            int left = vectors.number(overlap.left().family(), places.subList(first, split));
            int right = vectors.number(overlap.right().family(), places.subList(split, places.size()));
            return state(
                    builder, first == 0 ? inputs.overlap(left, right) : inputs.overlap(places.get(0) - 1, left, right));
        }
        if (!(atom instanceof Symbol symbol)) {
            throw new IllegalStateException("not part of a step: " + atom);
        }
        return switch (symbol.kind()) {
            case SCALAR -> state(builder, inputs.scalar(symbol.name(), places));
            case RANDOM -> state(builder, inputs.random(symbol.name(), places));
            case SAMPLE -> state(builder, inputs.sampleSymbol(inputs.sample(symbol.name())));
            case VECTOR -> state(builder, inputs.firstVector() + vectors.number(symbol.name(), places));
            case PARAMETER -> parameters.node(symbol, places, builder);
            default -> throw new IllegalStateException("not part of a step: " + symbol);
        };
    }

    /** Where a gradient is stopped, a second set of the same inputs is read, which no derivative is taken by. */
    private int state(GraphBuilder builder, int position) {
        return builder.graph().input(Node.Source.STATE, position + (stopped ? inputs.length() : 0));
    }

    @Override
    public int stopped(IntSupplier argument) {
        boolean outside = stopped;
        stopped = true;
        try {
            return argument.getAsInt();
        } finally {
            stopped = outside;
        }
    }

    /** The program with both sets of inputs read from one. */
    static Program joined(Program program, int length) {
        boolean twice = program.nodes().stream()
                .anyMatch(n -> n instanceof Node.Input in && in.source() == Node.Source.STATE && in.index() >= length);
        if (!twice) {
            return new Program(program.nodes(), program.outputs(), length, program.parameterLength());
        }
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> outputs = graph.copied(program, position -> graph.input(Node.Source.STATE, position % length));
        return Program.of(graph, outputs, length, program.parameterLength());
    }
}
