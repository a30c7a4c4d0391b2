package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * How a program is cut into methods; it is evaluated in its own order, which the last of the passes makes depth first.
 *
 * <p>A value with one use stays on the operand stack (it is <em>nested</em> in its user's tree); every other value is an
 * <em>item</em>, computed once and named. An output that is no computation of its own (an
 * input, a number, a value that is an output already) is an item too: a copy.
 */
final class InstructionSchedule {
    /** HotSpot compiles methods of a few kilobytes best and none above 8000 bytes; see DESIGN.md, decision 4. */
    private static final int CHUNK_BYTES = 3000;

    /** Of operations: with their operands no more than a loop over points may hold, see {@link BatchCuts}. */
    private static final int LARGEST_BATCH_TREE = 12;

    private static final int LARGEST_TREE = 48;
    private static final int STORES_WITH_VALUE = 4;

    /** Guesses of the bytes an operation, a leaf and an item take; the largest true sizes are 3, 11 and 14. */
    private static final int OPERATION_BYTES = 2;

    private static final int LEAF_BYTES = 5;
    private static final int ITEM_BYTES = 8;
    private static final int STORE_BYTES = 10;

    /** A method's items. Non-negative: compute this node. Negative: copy a value to output {@code ~item}. */
    record Chunk(int[] items) {}

    private final Program program;
    private final boolean inBatches;
    private final int[] uses;
    private final int[] treeSize;
    private final boolean[] nested;
    private final int[] destinationStart;
    private final int[] destinations;
    private final boolean zeroFilled;
    private final List<Chunk> chunks;

    InstructionSchedule(Program program) {
        this(program, false);
    }

    /** Cut into small loops over points, with functions that no vector instruction evaluates in loops of their own. */
    static InstructionSchedule forBatches(Program program) {
        return new InstructionSchedule(program, true);
    }

    private InstructionSchedule(Program program, boolean inBatches) {
        this.program = program;
        this.inBatches = inBatches;
        int size = program.nodes().size();
        uses = new int[size];
        treeSize = new int[size];
        nested = new boolean[size];
        zeroFilled = program.outputs().stream().filter(this::isZero).limit(8).count() == 8;
        destinationStart = new int[size + 1];
        destinations = new int[program.outputs().size()];
        collectDestinations();
        int[] order = needed();
        nest(order);
        chunks = inBatches ? new BatchCuts(program, this, uses).of(items(order)) : cut(items(order));
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Whether the value exists only on the operand stack, inside the tree of its one user. */
    boolean nested(int node) {
        return nested[node];
    }

    /** Whether all outputs are set to zero first, so that those which are zero need no copy. */
    boolean zeroFilled() {
        return zeroFilled;
    }

    /** The outputs that are stored where the node is computed. */
    int[] storedWith(int node) {
        int from = destinationStart[node];
        return Arrays.copyOfRange(destinations, from, Math.min(from + STORES_WITH_VALUE, destinationStart[node + 1]));
    }

    private boolean isZero(int node) {
        return program.nodes().get(node) instanceof Node.Number n && Double.doubleToRawLongBits(n.value()) == 0;
    }

    private void collectDestinations() {
        for (int node : program.outputs()) {
            destinationStart[node + 1]++;
        }
        for (int i = 0; i < uses.length; i++) {
            destinationStart[i + 1] += destinationStart[i];
        }
        int[] next = destinationStart.clone();
        for (int i = 0; i < destinations.length; i++) {
            destinations[next[program.outputs().get(i)]++] = i;
        }
    }

    /** The operations that outputs need, in the program's order; counts uses on the way. */
    private int[] needed() {
        boolean[] needed = new boolean[uses.length];
        program.outputs().forEach(output -> needed[output] = true);
        for (int node = uses.length - 1; node >= 0; node--) {
            if (needed[node] && program.nodes().get(node) instanceof Node.Result r) {
                uses[r.left()]++;
                needed[r.left()] = true;
                if (r.right() >= 0) {
                    uses[r.right()]++;
                    needed[r.right()] = true;
                }
            }
        }
        return java.util.stream.IntStream.range(0, uses.length)
                .filter(node -> needed[node] && program.nodes().get(node) instanceof Node.Result)
                .toArray();
    }

    private void nest(int[] order) {
        for (int node : order) {
            Node.Result r = (Node.Result) program.nodes().get(node);
            boolean alone = inBatches && !OperationCode.isVectorised(r.operation());
            if (alone) {
                nested[r.left()] = false;
                if (r.right() >= 0) {
                    nested[r.right()] = false;
                }
            }
            int size = 1 + nestedSize(r.left()) + (r.right() < 0 ? 0 : nestedSize(r.right()));
            while (size > (inBatches ? LARGEST_BATCH_TREE : LARGEST_TREE)) {
                int largest = r.right() >= 0 && nestedSize(r.right()) > nestedSize(r.left()) ? r.right() : r.left();
                size -= treeSize[largest];
                nested[largest] = false;
            }
            treeSize[node] = size;
            nested[node] = !alone && uses[node] == 1 && destinationStart[node] == destinationStart[node + 1];
        }
    }

    private int nestedSize(int node) {
        return nested[node] ? treeSize[node] : 0;
    }

    private int[] items(int[] order) {
        int[] items = new int[order.length + destinations.length];
        int count = 0;
        for (int node : order) {
            if (!nested[node]) {
                items[count++] = node;
            }
        }
        for (int node = 0; node < uses.length; node++) {
            if (zeroFilled && isZero(node)) {
                continue;
            }
            boolean computed = program.nodes().get(node) instanceof Node.Result;
            for (int i = destinationStart[node] + (computed ? STORES_WITH_VALUE : 0);
                    i < destinationStart[node + 1];
                    i++) {
                items[count++] = ~destinations[i];
            }
        }
        return Arrays.copyOf(items, count);
    }

    private List<Chunk> cut(int[] items) {
        List<Chunk> cut = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < items.length; i++) {
            int more = bytes(items[i]);
            if (bytes + more > CHUNK_BYTES && i > from) {
                cut.add(new Chunk(Arrays.copyOfRange(items, from, i)));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        cut.add(new Chunk(Arrays.copyOfRange(items, from, items.length)));
        return List.copyOf(cut);
    }

    private int bytes(int item) {
        return item < 0
                ? LEAF_BYTES + STORE_BYTES
                : treeSize[item] * OPERATION_BYTES
                        + (treeSize[item] + 1) * LEAF_BYTES
                        + ITEM_BYTES
                        + storedWith(item).length * STORE_BYTES;
    }
}
