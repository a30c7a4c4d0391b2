package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cuts a program in two: what depends on parameters only, to be evaluated once a parameter point, and the rest, which reads
 * those values as further parameters. The values are the same, bit for bit.
 *
 * @param once its outputs are the further parameters
 * @param rest parameters are the program's own, then the outputs of {@code once}
 */
public record ParameterHoisting(Program once, Program rest) {
    private static final int FUNCTION = 20;
    private static final int DIVISION = 5;

    /** The part of the whole cost from which the further parameters are worth their loads. */
    private static final double WORTHWHILE = 0.1;

    /** Empty if too little depends on parameters only. */
    public static Optional<ParameterHoisting> of(Program program) {
        if (CallStages.hasCalls(program)) {
            return Optional.empty();
        }
        boolean[] constant = constants(program);
        double hoistedCost = 0;
        double cost = 0;
        for (int i = 0; i < constant.length; i++) {
            double more = cost(program.nodes().get(i));
            cost += more;
            hoistedCost += constant[i] ? more : 0;
        }
        List<Integer> hoisted = boundary(program, constant);
        return hoisted.isEmpty() || hoistedCost < WORTHWHILE * cost
                ? Optional.empty()
                : Optional.of(cut(program, hoisted));
    }

    private static double cost(Node node) {
        if (!(node instanceof Node.Result r)) {
            return 0;
        }
        return switch (r.operation()) {
            case ADD, SUBTRACT, MULTIPLY, NEGATE, ABS, MIN, MAX -> 1;
            case DIVIDE, SQRT -> DIVISION;
            case POWER, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ERFC -> FUNCTION;
            case LOG_ERFC, SIGN, UNIT_STEP, FLOOR, MOD, LESS, LESS_EQUAL, EQUAL, WHEN -> FUNCTION;
        };
    }

    private static boolean[] constants(Program program) {
        boolean[] constant = new boolean[program.nodes().size()];
        for (int i = 0; i < constant.length; i++) {
            Node node = program.nodes().get(i);
            if (node instanceof Node.Result r) {
                constant[i] = constant[r.left()] && (r.right() < 0 || constant[r.right()]);
            } else {
                constant[i] = node instanceof Node.Number
                        || node instanceof Node.Input in && in.source() == Node.Source.PARAMETER;
            }
        }
        return constant;
    }

    /** Computed constants that something which moves, or an output, reads. */
    private static List<Integer> boundary(Program program, boolean[] constant) {
        TreeSet<Integer> read = new TreeSet<>(program.outputs());
        for (int i = 0; i < constant.length; i++) {
            if (!constant[i] && program.nodes().get(i) instanceof Node.Result r) {
                read.add(r.left());
                if (r.right() >= 0) {
                    read.add(r.right());
                }
            }
        }
        return read.stream()
                .filter(i -> constant[i] && program.nodes().get(i) instanceof Node.Result)
                .toList();
    }

    private static ParameterHoisting cut(Program program, List<Integer> hoisted) {
        int own = program.parameterLength();
        List<Node> rest = new ArrayList<>(program.nodes());
        for (int i = 0; i < hoisted.size(); i++) {
            rest.set(hoisted.get(i), new Node.Input(Node.Source.PARAMETER, own + i));
        }
        return new ParameterHoisting(
                new Program(program.nodes(), hoisted, 0, own).pruned(),
                new Program(rest, program.outputs(), program.stateLength(), own + hoisted.size()).pruned());
    }
}
