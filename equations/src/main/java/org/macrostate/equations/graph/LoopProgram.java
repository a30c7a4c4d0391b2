package org.macrostate.equations.graph;

import java.util.List;
import java.util.Optional;

/**
 * A right-hand side whose families are loops over their indices and whose sums are loops inside of these: its length does not
 * grow with the sizes. Blocks are dense arrays of elements by index: families of state and parameters, which are copied first,
 * and named parts, which are evaluated before what needs them. Nests are evaluated one after the other.
 *
 * @param nodes operands before results; an input of a parameter number of {@link #FIRST_INPUT} and more is what stands in
 *     {@code inputs}, and a call of a {@link LoopSum} a loop
 * @param outputLength elements of the right-hand side
 * @param schedule from time and parameters to the values of the parameters in {@code scheduled}
 * @param scheduled positions of parameters that follow a schedule
 */
public record LoopProgram(
        List<Node> nodes,
        List<LoopInput> inputs,
        List<Variable> variables,
        List<Block> blocks,
        List<Nest> nests,
        int stateLength,
        int parameterLength,
        int outputLength,
        Program schedule,
        List<Integer> scheduled) {
    /** Beyond all parameters. */
    public static final int FIRST_INPUT = 1 << 28;

    public LoopProgram {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        variables = List.copyOf(variables);
        blocks = List.copyOf(blocks);
        nests = List.copyOf(nests);
        scheduled = List.copyOf(scheduled);
    }

    /**
     * A variable of loops.
     *
     * @param depth more than that of the variables that the loop's bounds and body stand in
     * @param extent it runs from 1 to this
     */
    public record Variable(int depth, int extent) {}

    /**
     * A dense array, the last index fastest.
     *
     * @param extents of its indices
     * @param offset of its first element among the elements of all blocks
     * @param source where its elements are copied from; empty of named parts, which a nest fills
     * @param positions of the elements in that source, -1 for those that are zero
     */
    public record Block(List<Integer> extents, int offset, Optional<Node.Source> source, int[] positions) {
        public Block {
            extents = List.copyOf(extents);
        }

        public int length() {
            return extents.stream().reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * A family of values.
     *
     * @param loops variables, the outermost first
     * @param node the value
     * @param block number of the block that it fills; -1 for outputs
     * @param positions of outputs by dense index, -1 where there is none
     */
    public record Nest(List<Integer> loops, int node, int block, int[] positions) {
        public Nest {
            loops = List.copyOf(loops);
        }
    }

    /** Elements of all blocks together. */
    public int blockLength() {
        return blocks.stream().mapToInt(Block::length).sum();
    }

    /** What an input stands for, if it is one of loops. */
    public Optional<LoopInput> input(Node node) {
        return node instanceof Node.Input in && in.index() >= FIRST_INPUT
                ? Optional.of(inputs.get(in.index() - FIRST_INPUT))
                : Optional.empty();
    }

    /** The variables each node depends on: a bit each. */
    public long[] dependence() {
        return dependence(nodes, inputs);
    }

    static long[] dependence(List<Node> nodes, List<LoopInput> inputs) {
        long[] all = new long[nodes.size()];
        for (int i = 0; i < all.length; i++) {
            Node node = nodes.get(i);
            for (int operand : node.operands()) {
                all[i] |= all[operand];
            }
            if (node instanceof Node.Call call && call.function() instanceof LoopSum sum) {
                all[i] &= ~(1L << sum.variable());
            }
            if (node instanceof Node.Input in && in.index() >= FIRST_INPUT) {
                all[i] |= inputs.get(in.index() - FIRST_INPUT).variables();
            }
        }
        return all;
    }
}
