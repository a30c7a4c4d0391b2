package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The derivative of a loop program along a direction, by the chain rule carried forward: sums of derivatives of terms, and
 * blocks of derivatives beside those of values. The direction follows the state, so that there are 2n elements of it.
 */
final class LoopTangent {
    private final LoopProgram program;
    private final ExpressionGraph graph;
    private final List<LoopInput> inputs;
    private final List<LoopProgram.Block> blocks;
    private final List<LoopProgram.Nest> nests = new ArrayList<>();
    private final Map<Integer, Integer> tangentBlocks = new HashMap<>();
    private final Map<Integer, Integer> tangents = new HashMap<>();

    private LoopTangent(LoopProgram program, ExpressionGraph graph) {
        this.program = program;
        this.graph = graph;
        inputs = new ArrayList<>(program.inputs());
        blocks = new ArrayList<>(program.blocks());
    }

    /** @param graph that the program's nodes are of; gets further nodes */
    static LoopProgram of(LoopProgram program, ExpressionGraph graph) {
        return new LoopTangent(program, graph).program();
    }

    private LoopProgram program() {
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
                2 * program.stateLength(),
                program.parameterLength(),
                program.outputLength(),
                program.schedule(),
                program.scheduled());
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
        if (in.source() == Node.Source.STATE) {
            return graph.input(Node.Source.STATE, program.stateLength() + in.index());
        }
        Optional<LoopInput> loop = program.input(in);
        return loop.isPresent() && loop.get() instanceof LoopInput.Element e ? element(e) : graph.number(0);
    }

    private int element(LoopInput.Element e) {
        LoopProgram.Block block = program.blocks().get(e.block());
        if (!tangentBlocks.containsKey(e.block()) && block.source().equals(Optional.of(Node.Source.STATE))) {
            int[] moved = block.positions().clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += moved[i] < 0 ? 0 : program.stateLength();
            }
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
