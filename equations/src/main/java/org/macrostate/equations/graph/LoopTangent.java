package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The derivative of a loop program along a direction, by the chain rule carried forward: sums of derivatives of terms, and
 * blocks of derivatives beside those of values. A direction in state space follows the state, so that there are 2n elements;
 * derivatives of scheduled parameters follow the parameters.
 */
final class LoopTangent {
    private final LoopProgram program;
    private final Node.Source source;
    private final ExpressionGraph graph;
    private final List<LoopInput> inputs;
    private final List<LoopProgram.Block> blocks;
    private final List<LoopProgram.Nest> nests = new ArrayList<>();
    private final Map<Integer, Integer> tangentBlocks = new HashMap<>();
    private final Map<Integer, Integer> tangents = new HashMap<>();

    private LoopTangent(LoopProgram program, Node.Source source, ExpressionGraph graph) {
        this.program = program;
        this.source = source;
        this.graph = graph;
        inputs = new ArrayList<>(program.inputs());
        blocks = new ArrayList<>(program.blocks());
    }

    /** @param graph that the program's nodes are of; gets further nodes */
    static LoopProgram alongState(LoopProgram program, ExpressionGraph graph) {
        return new LoopTangent(program, Node.Source.STATE, graph)
                .program(2 * program.stateLength(), program.schedule(), program.scheduled());
    }

    /** In time, on which scheduled parameters depend. */
    static LoopProgram inTime(LoopProgram program, ScheduledParameters schedule, ExpressionGraph graph) {
        return new LoopTangent(program, Node.Source.PARAMETER, graph)
                .program(program.stateLength(), schedule.program(), schedule.positions());
    }

    private LoopProgram program(int stateLength, Program schedule, List<Integer> scheduled) {
        for (LoopProgram.Nest nest : program.nests()) {
            int tangent = tangent(nest.node());
            if (nest.block() < 0) {
                nests.add(new LoopProgram.Nest(nest.loops(), tangent, -1, nest.positions()));
                continue;
            }
            nests.add(nest);
            if (!graph.isNumber(tangent, 0)) {
                int block = beside(nest.block(), Optional.empty(), new int[0]);
                nests.add(new LoopProgram.Nest(nest.loops(), tangent, block, nest.positions()));
            }
        }
        return new LoopProgram(
                graph.nodes(),
                inputs,
                program.variables(),
                blocks,
                nests,
                stateLength,
                program.parameterLength(),
                program.outputLength(),
                schedule,
                scheduled);
    }

    private int beside(int block, Optional<Node.Source> source, int[] positions) {
        LoopProgram.Block last = blocks.get(blocks.size() - 1);
        blocks.add(
                new LoopProgram.Block(blocks.get(block).extents(), last.offset() + last.length(), source, positions));
        tangentBlocks.put(block, blocks.size() - 1);
        return blocks.size() - 1;
    }

    private int tangent(int node) {
        Integer known = tangents.get(node);
        if (known == null) {
            known = compute(node);
            tangents.put(node, known);
        }
        return known;
    }

    private int compute(int index) {
        Node node = graph.node(index);
        if (node instanceof Node.Input in) {
            return input(in);
        }
        if (node instanceof Node.Call call) {
            return call.function() instanceof LoopSum sum
                    ? sum(sum, call.operands().get(0))
                    : call(call);
        }
        return node instanceof Node.Result r ? result(index, r) : graph.number(0);
    }

    private int input(Node.Input in) {
        Optional<LoopInput> loop = program.input(in);
        if (loop.isPresent()) {
            return loop.get() instanceof LoopInput.Element e ? element(e) : graph.number(0);
        }
        int moved = in.source() == source ? moved(in.index()) : -1;
        return moved < 0 ? graph.number(0) : graph.input(source, moved);
    }

    /** Where the derivative of an element of the state or of a parameter stands; -1 if it is zero. */
    private int moved(int position) {
        if (source == Node.Source.STATE) {
            return position < 0 ? -1 : program.stateLength() + position;
        }
        int scheduled = program.scheduled().indexOf(position);
        return scheduled < 0 ? -1 : program.parameterLength() + scheduled;
    }

    private int element(LoopInput.Element e) {
        LoopProgram.Block block = program.blocks().get(e.block());
        if (!tangentBlocks.containsKey(e.block()) && block.source().equals(Optional.of(source))) {
            int[] moved = IntStream.of(block.positions()).map(this::moved).toArray();
            beside(e.block(), block.source(), moved);
        }
        Integer beside = tangentBlocks.get(e.block());
        if (beside == null) {
            return graph.number(0);
        }
        LoopInput moved = new LoopInput.Element(beside, e.places());
        if (!inputs.contains(moved)) {
            inputs.add(moved);
        }
        return graph.input(Node.Source.PARAMETER, LoopProgram.FIRST_INPUT + inputs.indexOf(moved));
    }

    private int sum(LoopSum sum, int term) {
        int tangent = tangent(term);
        boolean varies = (LoopProgram.dependence(graph.nodes(), inputs)[tangent] >> sum.variable() & 1) != 0;
        return varies ? graph.call(sum, List.of(tangent)) : graph.multiply(graph.number(sum.extent()), tangent);
    }

    private int call(Node.Call call) {
        int total = graph.number(0);
        for (int i = 0; i < call.operands().size(); i++) {
            int inner = tangent(call.operands().get(i));
            if (!graph.isNumber(inner, 0)) {
                total = graph.add(total, graph.multiply(call.function().derivative(graph, call.operands(), i), inner));
            }
        }
        return total;
    }

    private int result(int index, Node.Result r) {
        int total = graph.number(0);
        int left = tangent(r.left());
        if (!graph.isNumber(left, 0)) {
            total = graph.multiply(OperationDerivative.left(graph, index, r), left);
        }
        int right = r.right() < 0 ? total : tangent(r.right());
        if (r.operation() == Operation.WHEN) {
            return graph.isNumber(right, 0) ? right : graph.apply(Operation.WHEN, r.left(), right);
        }
        if (r.right() >= 0 && !graph.isNumber(right, 0)) {
            total = graph.add(total, graph.multiply(OperationDerivative.right(graph, index, r), right));
        }
        return total;
    }
}
