package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes that calls which become one have as parameters: each once, in the order in which they were first asked for. */
final class OperandNodes {
    private final List<Integer> nodes = new ArrayList<>();
    private final Map<Integer, Integer> known = new HashMap<>();

    /** The place of a node. */
    int of(int node) {
        return known.computeIfAbsent(node, n -> {
            nodes.add(n);
            return nodes.size() - 1;
        });
    }

    List<Integer> nodes() {
        return nodes;
    }

    int size() {
        return nodes.size();
    }
}
