package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.graph.LoopProgram;
import org.macrostate.equations.graph.Node;

/**
 * Cuts the regions of a nest into methods that HotSpot compiles. What one method computes and another needs has a place in
 * {@code work}.
 */
final class LoopPlan {
    /** Items of a method, a loop's own counted: some 20 bytes each. */
    private static final int LARGEST_METHOD = 300;

    private final LoopProgram program;
    private int nextPlace;

    /** @param firstPlace of {@code work} that is free */
    LoopPlan(LoopProgram program, int firstPlace) {
        this.program = program;
        nextPlace = firstPlace;
    }

    /** The first place of {@code work} that is free then. */
    int nextPlace() {
        return nextPlace;
    }

    /**
     * A value that is computed in another method.
     *
     * @param place in {@code work}
     */
    record Value(LoopRegion region, int node, int place) {}

    /** A part of a region: a method, or a loop too large for one. */
    sealed interface Part permits Whole, Outlined {}

    /** Items in one method. */
    record Whole(List<LoopRegion.Item> items, List<Value> needed) implements Part {}

    /** A loop whose body is cut into parts. */
    record Outlined(LoopRegion.Item item, List<Part> body) implements Part {}

    /** Whether all regions of a nest make one method. */
    boolean isSmall(List<LoopRegion> own) {
        return own.stream().mapToInt(region -> weight(region.items())).sum() <= LARGEST_METHOD;
    }

    /** The parts of a region, in order. */
    List<Part> parts(LoopRegion region) {
        List<Part> parts = new ArrayList<>();
        List<LoopRegion.Item> open = new ArrayList<>();
        for (LoopRegion.Item item : region.items()) {
            int weight = weight(item);
            if (weight > LARGEST_METHOD || weight(open) + weight > LARGEST_METHOD) {
                close(open, region, parts);
            }
            if (weight > LARGEST_METHOD && item.loop().isPresent()) {
                LoopRegion inside = item.loop().get();
                parts.add(new Outlined(item, parts(inside)));
                place(
                        item.isTable()
                                ? item.node()
                                : program.nodes().get(item.node()).operands().get(0),
                        inside);
            } else {
                open.add(item);
            }
        }
        close(open, region, parts);
        return parts;
    }

    private void close(List<LoopRegion.Item> open, LoopRegion region, List<Part> parts) {
        if (!open.isEmpty()) {
            Set<Value> needed = new LinkedHashSet<>();
            needed(open, region, new HashSet<>(), needed);
            parts.add(new Whole(List.copyOf(open), List.copyOf(needed)));
            open.clear();
        }
    }

    private int weight(List<LoopRegion.Item> items) {
        return items.stream().mapToInt(this::weight).sum();
    }

    private int weight(LoopRegion.Item item) {
        return 1
                + program.nodes().get(item.node()).operands().size() / 2
                + item.loop().map(inside -> 4 + weight(inside.items())).orElse(0);
    }

    /** @param own nodes of the method, region by region: those of inner regions end with them */
    private void needed(List<LoopRegion.Item> items, LoopRegion region, Set<Integer> own, Set<Value> needed) {
        for (LoopRegion.Item item : items) {
            if (item.loop().isPresent()) {
                LoopRegion inside = item.loop().get();
                Set<Integer> deeper = new HashSet<>(own);
                needed(inside.items(), inside, deeper, needed);
                int term = item.isTable()
                        ? item.node()
                        : program.nodes().get(item.node()).operands().get(0);
                need(term, inside, deeper, needed);
            } else if (item.table() < 0) {
                program.nodes().get(item.node()).operands().forEach(operand -> need(operand, region, own, needed));
            }
            if (!item.isTable()) {
                own.add(item.node());
            }
        }
    }

    private void need(int node, LoopRegion from, Set<Integer> own, Set<Value> needed) {
        if (!own.contains(node) && !(program.nodes().get(node) instanceof Node.Number)) {
            LoopRegion region = from.knowing(node);
            needed.add(new Value(region, node, place(node, from)));
        }
    }

    /** The place of a value that more than one method needs; -1 of a number, which needs none. */
    int place(int node, LoopRegion from) {
        if (program.nodes().get(node) instanceof Node.Number) {
            return -1;
        }
        return from.knowing(node).places().computeIfAbsent(node, n -> nextPlace++);
    }
}
