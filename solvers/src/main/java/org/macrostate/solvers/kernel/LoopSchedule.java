package org.macrostate.solvers.kernel;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.LoopSum;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;

/**
 * Says where each value of a nest is computed: once, in the outermost loop that knows what it depends on. What depends on an
 * inner loop's variable and not on that of the loop around it is computed before both, for all values of the inner one.
 */
final class LoopSchedule {
    /** Of a value that is looked up rather than computed again, in additions. */
    private static final int LEAST_COST = 4;

    private static final int DIVISION = 5;
    private static final int FUNCTION = 20;

    private final LoopProgram program;
    private final List<Node> nodes;
    private final long[] depends;
    private int workLength;

    LoopSchedule(LoopProgram program) {
        this.program = program;
        nodes = program.nodes();
        depends = program.dependence();
        workLength = program.blockLength();
    }

    /** The regions of a nest; the innermost of its own loops is returned, and the value is known in it. */
    LoopRegion of(LoopProgram.Nest nest) {
        LoopRegion region = LoopRegion.outermost();
        for (int variable : nest.loops()) {
            region = region.inside(variable);
        }
        need(nest.node(), region);
        return region;
    }

    /** Elements of blocks and tables together. */
    int workLength() {
        return workLength;
    }

    LoopProgram program() {
        return program;
    }

    private void need(int node, LoopRegion from) {
        LoopRegion region = from.of(depends[node]);
        if (nodes.get(node) instanceof Node.Number || region.known().contains(node)) {
            return;
        }
        region.known().add(node);
        Optional<LoopRegion> before = beforeBoth(node, region);
        if (before.isPresent()) {
            int table = table(node, before.get(), region.variable());
            region.items().add(new LoopRegion.Item(node, Optional.empty(), table));
            return;
        }
        Optional<LoopRegion> loop = Optional.empty();
        if (nodes.get(node) instanceof Node.Call call && call.function() instanceof LoopSum sum) {
            LoopRegion inside = region.inside(sum.variable());
            need(call.operands().get(0), inside);
            loop = Optional.of(inside);
        } else {
            nodes.get(node).operands().forEach(operand -> need(operand, from));
        }
        region.items().add(new LoopRegion.Item(node, loop, -1));
    }

    /** A region further out than the loop around the node's own, from where the node is tabulated; empty if it is not. */
    private Optional<LoopRegion> beforeBoth(int node, LoopRegion region) {
        if (region.parent().isEmpty()) {
            return Optional.empty();
        }
        LoopRegion around = region.parent().get();
        LoopRegion before = around.of(depends[node] & ~(1L << region.variable()));
        return !before.equals(around) && cost(node, region.variable()) >= LEAST_COST
                ? Optional.of(before)
                : Optional.empty();
    }

    private int table(int node, LoopRegion before, int variable) {
        Integer known = before.tables().get(node);
        if (known != null) {
            return known;
        }
        LoopRegion inside = before.inside(variable);
        need(node, inside);
        int table = workLength;
        workLength += program.variables().get(variable).extent();
        before.items().add(new LoopRegion.Item(node, Optional.of(inside), table));
        before.tables().put(node, table);
        return table;
    }

    /** Of what changes with a variable, in additions; at least that of a function if it is as much. */
    private int cost(int node, int variable) {
        if ((depends[node] >> variable & 1) == 0) {
            return 0;
        }
        if (nodes.get(node) instanceof Node.Call) {
            return FUNCTION;
        }
        int total = 0;
        if (nodes.get(node) instanceof Node.Result r) {
            total = OperationCode.isCall(r.operation())
                    ? FUNCTION
                    : r.operation() == Operation.DIVIDE || r.operation() == Operation.SQRT ? DIVISION : 1;
        }
        for (int operand : nodes.get(node).operands()) {
            total += total < FUNCTION ? cost(operand, variable) : 0;
        }
        return total;
    }
}
