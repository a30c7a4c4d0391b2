package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * A program as loops: items of a {@link InstructionSchedule} whose trees differ only in their operands, and of which none needs
 * another, are one {@link Group}. All values have a place in one array: state, parameters, time, constant outputs, then
 * the values of one group after the other.
 */
final class Rolling {
    /**
     * Items with the same tree.
     *
     * @param leaves distinct leaves of the tree
     * @param operands places of the leaves of all items, an item after the other
     * @param target place of the first item's value; the others follow
     */
    record Group(int representative, int leaves, int[] operands, int count, int target) {}

    private static final int LEAST_ROUNDS = 8;

    private final Program program;
    private final InstructionSchedule schedule;
    private final int[] place;
    private final int[] level;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, Double> constants = new TreeMap<>();
    private int length;

    Rolling(Program program, InstructionSchedule schedule) {
        this.program = program;
        this.schedule = schedule;
        place = new int[program.nodes().size()];
        level = new int[program.nodes().size()];
        length = program.stateLength() + program.parameterLength() + 1;
        for (int node = 0; node < place.length; node++) {
            if (program.nodes().get(node) instanceof Node.Input in) {
                place[node] = placeOf(in);
            }
        }
        for (int output : program.outputs()) {
            if (program.nodes().get(output) instanceof Node.Number n && place[output] == 0) {
                constants.put(length, n.value());
                place[output] = length++;
            }
        }
        collect();
    }

    private int placeOf(Node.Input in) {
        return switch (in.source()) {
            case STATE -> in.index();
            case PARAMETER -> program.stateLength() + in.index();
            case TIME -> program.stateLength() + program.parameterLength();
        };
    }

    private void collect() {
        TreeMap<Integer, Map<String, List<Integer>>> byLevel = new TreeMap<>();
        for (InstructionSchedule.Chunk chunk : schedule.chunks()) {
            for (int item : chunk.items()) {
                if (item >= 0) {
                    LoopTree tree = new LoopTree(program, schedule, item);
                    level[item] = 1
                            + tree.leaves().stream()
                                    .mapToInt(leaf -> level[leaf])
                                    .max()
                                    .orElse(0);
                    byLevel.computeIfAbsent(level[item], l -> new HashMap<>())
                            .computeIfAbsent(tree.signature(), s -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        byLevel.values().forEach(level -> level.values().stream()
                .sorted(java.util.Comparator.comparing(items -> items.get(0)))
                .forEach(this::group));
    }

    private void group(List<Integer> items) {
        int target = length;
        List<Integer> operands = new ArrayList<>();
        for (int item : items) {
            place[item] = length++;
            for (int leaf : new LoopTree(program, schedule, item).leaves()) {
                operands.add(place[leaf]);
            }
        }
        groups.add(new Group(
                items.get(0),
                operands.size() / items.size(),
                operands.stream().mapToInt(Integer::intValue).toArray(),
                items.size(),
                target));
    }

    /** Whether loops run long enough to be worth their calls. */
    boolean isRegular() {
        int items = groups.stream().mapToInt(Group::count).sum();
        return items >= LEAST_ROUNDS * groups.size();
    }

    /** In an order in which each needs only earlier ones. */
    List<Group> groups() {
        return groups;
    }

    /** Elements of the array of values. */
    int length() {
        return length;
    }

    /** Numbers that are outputs, by place. */
    Map<Integer, Double> constants() {
        return constants;
    }

    /** The place of each output. */
    int[] outputs() {
        return program.outputs().stream().mapToInt(output -> place[output]).toArray();
    }
}
