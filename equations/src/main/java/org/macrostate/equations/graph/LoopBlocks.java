package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Index;

/** The blocks of a {@link LoopProgram}, made when they are first needed. */
final class LoopBlocks {
    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final StateLayout state;
    private final ParameterLayout parameters;
    private final List<LoopProgram.Block> blocks = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int length;

    LoopBlocks(OrderParameterSystem system, Sizes sizes, StateLayout state, ParameterLayout parameters) {
        this.system = system;
        this.sizes = sizes;
        this.state = state;
        this.parameters = parameters;
    }

    List<LoopProgram.Block> all() {
        return blocks;
    }

    List<Integer> extents(List<Index> indices) {
        return indices.stream().map(index -> sizes.of(index.extent())).toList();
    }

    /** The place, from 0, of places from 1, the last fastest. */
    static int dense(List<Integer> places, List<Integer> extents) {
        int at = 0;
        for (int i = 0; i < extents.size(); i++) {
            at = at * extents.get(i) + places.get(i) - 1;
        }
        return at;
    }

    /** The number of the block of a named part, if it has one. */
    OptionalInt ofPart(String name) {
        Integer known = numbers.get("part " + name);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** A block for a named part. */
    int add(String name, List<Index> indices) {
        return add("part " + name, extents(indices), Optional.empty(), new int[0]);
    }

    private int add(String name, List<Integer> extents, Optional<Node.Source> source, int[] positions) {
        LoopProgram.Block block = new LoopProgram.Block(extents, length, source, positions);
        blocks.add(block);
        numbers.put(name, blocks.size() - 1);
        length += block.length();
        return blocks.size() - 1;
    }

    /** The number of the block of an order parameter or a scalar with copies. */
    int ofState(String name) {
        Integer known = numbers.get("state " + name);
        if (known != null) {
            return known;
        }
        StateVariable variable = system.variable(name).orElseThrow();
        List<Integer> extents = extents(variable.indices());
        int[] positions = new int[extents.stream().reduce(1, (a, b) -> a * b)];
        for (List<Integer> place : Places.all(variable.indices(), sizes)) {
            positions[dense(place, extents)] = state.isAbsent(name, place) ? -1 : state.position(name, place);
        }
        return add("state " + name, extents, Optional.of(Node.Source.STATE), positions);
    }

    /** The number of the block of a parameter with copies. */
    int ofParameter(String name) {
        Integer known = numbers.get("parameter " + name);
        if (known != null) {
            return known;
        }
        Declaration.Parameter parameter = system.problem().parameter(name).orElseThrow();
        int copies = sizes.of(parameter.copies().orElseThrow());
        int[] positions = new int[copies];
        for (int i = 1; i <= copies; i++) {
            positions[i - 1] = parameters.position(Places.label(name, List.of(i)));
        }
        return add("parameter " + name, List.of(copies), Optional.of(Node.Source.PARAMETER), positions);
    }
}
