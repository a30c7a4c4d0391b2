package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a program contains of time: where it breaks (jumps and kinks whose arguments are functions of time and parameters
 * only), and how fast the rest of it varies. An integrator restarts at breaks and takes no step that passes over a variation
 * unseen; found from the functions themselves, not from the length of the time asked for.
 */
public final class TimeDependence {
    private final Program breaks;
    private final List<Boolean> whole;
    private final Program signals;

    private TimeDependence(Program breaks, List<Boolean> whole, Program signals) {
        this.breaks = breaks;
        this.whole = List.copyOf(whole);
        this.signals = signals;
    }

    /** Reads a program, usually a right-hand side with its schedules. */
    public static TimeDependence of(Program program) {
        int count = program.nodes().size();
        boolean[] time = new boolean[count];
        boolean[] state = new boolean[count];
        ExpressionGraph graph = new ExpressionGraph(List.of());
        int[] copy = new int[count];
        List<Integer> arguments = new ArrayList<>();
        List<Boolean> whole = new ArrayList<>();
        Set<Integer> signals = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            Node node = program.nodes().get(i);
            if (node instanceof Node.Input input) {
                time[i] = input.source() == Node.Source.TIME;
                state[i] = input.source() == Node.Source.STATE;
                copy[i] = state[i] ? -1 : graph.input(input.source(), input.index());
            } else if (node instanceof Node.Number n) {
                copy[i] = graph.number(n.value());
            } else if (node instanceof Node.Call call) {
                for (int operand : call.operands()) {
                    time[i] |= time[operand];
                    state[i] |= state[operand];
                }
                if (state[i]) {
                    copy[i] = -1;
                    call.operands().forEach(operand -> addSignal(signals, time, state, operand, copy));
                } else {
                    copy[i] = graph.call(
                            call.function(),
                            call.operands().stream().map(o -> copy[o]).toList());
                    addSignal(signals, time, state, i, copy);
                }
            } else if (node instanceof Node.Result r) {
                int right = r.right() < 0 ? r.left() : r.right();
                time[i] = time[r.left()] || time[right];
                state[i] = state[r.left()] || state[right];
                if (state[i]) {
                    copy[i] = -1;
                    addSignal(signals, time, state, r.left(), copy);
                    addSignal(signals, time, state, right, copy);
                } else {
                    int b = r.right() < 0 ? -1 : copy[r.right()];
                    copy[i] = graph.apply(r.operation(), copy[r.left()], b);
                    if (time[i]) {
                        addBreak(graph, r.operation(), copy[r.left()], b, arguments, whole);
                        if (bends(r.operation())) {
                            addSignal(signals, time, state, i, copy);
                        }
                    }
                }
            }
        }
        program.outputs().forEach(output -> addSignal(signals, time, state, output, copy));
        int parameters = program.parameterLength();
        return new TimeDependence(
                Program.of(graph, arguments, 0, parameters),
                whole,
                Program.of(graph, new ArrayList<>(signals), 0, parameters));
    }

    private static void addSignal(Set<Integer> signals, boolean[] time, boolean[] state, int node, int[] copy) {
        if (time[node] && !state[node]) {
            signals.add(copy[node]);
        }
    }

    /** Whether a function may vary faster than its operands do. */
    private static boolean bends(Operation operation) {
        return switch (operation) {
            case DIVIDE,
                    POWER,
                    EXP,
                    LOG,
                    SIN,
                    COS,
                    TAN,
                    SINH,
                    COSH,
                    TANH,
                    ERF,
                    ERFC,
                    LOG_ERFC,
                    ARC_TAN,
                    ARC_SIN,
                    ARC_COS,
                    SQRT -> true;
            case ADD, SUBTRACT, MULTIPLY, NEGATE, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD, LESS -> false;
            case LESS_EQUAL, EQUAL, WHEN -> false;
        };
    }

    private static void addBreak(
            ExpressionGraph graph, Operation operation, int a, int b, List<Integer> arguments, List<Boolean> whole) {
        switch (operation) {
            case UNIT_STEP, SIGN, ABS -> add(a, false, arguments, whole);
            case MIN, MAX, LESS, LESS_EQUAL, EQUAL ->
                add(graph.apply(Operation.SUBTRACT, a, b), false, arguments, whole);
            case FLOOR -> add(a, true, arguments, whole);
            case MOD -> add(graph.apply(Operation.DIVIDE, a, b), true, arguments, whole);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS -> {}
            case ARC_TAN, SINH, COSH, TANH, ERF, ERFC, LOG_ERFC, WHEN -> {}
        }
    }

    private static void add(int node, boolean levels, List<Integer> arguments, List<Boolean> whole) {
        arguments.add(node);
        whole.add(levels);
    }

    /** Whether time occurs at all. */
    public boolean isEmpty() {
        return signals.outputs().isEmpty();
    }

    /**
     * The times strictly between two times at which the program breaks, ascending.
     *
     * @param parameters not modified
     */
    public double[] breaks(double[] parameters, double from, double to) {
        return breaks.outputs().isEmpty() || !(to > from)
                ? new double[0]
                : new BreakSearch(breaks, whole, parameters).between(from, to);
    }

    /**
     * How fast the program's functions of time vary between two times.
     *
     * @param parameters not modified
     */
    public TimeVariation variation(double[] parameters, double from, double to) {
        return isEmpty() || !(to > from) ? TimeVariation.NONE : TimeVariation.of(signals, parameters, from, to);
    }
}
