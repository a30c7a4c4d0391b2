package org.macrostate.equations.graph;

/** How an integrand bends: its first output is the integrand, further ones are zero where it has kinks. */
enum Smoothness {
    /** Nowhere. */
    SMOOTH,
    /** On planes: functions whose zeros are kinks are affine in the variables. */
    PLANES,
    /** On surfaces of any shape. */
    SURFACES;

    private static final int CONSTANT = 0;
    private static final int AFFINE = 1;
    private static final int OTHER = 2;

    static Smoothness of(Program body) {
        if (body.outputs().size() == 1) {
            return SMOOTH;
        }
        return areAffine(body, 1) ? PLANES : SURFACES;
    }

    /** Whether the outputs from one on are affine in the state. */
    static boolean areAffine(Program body, int from) {
        int[] degree = new int[body.nodes().size()];
        for (int i = 0; i < degree.length; i++) {
            degree[i] = degree(body.nodes().get(i), degree);
        }
        return body.outputs().stream().skip(from).allMatch(output -> degree[output] <= AFFINE);
    }

    private static int degree(Node node, int[] known) {
        if (node instanceof Node.Input input) {
            return input.source() == Node.Source.STATE ? AFFINE : CONSTANT;
        }
        int most = node.operands().stream().mapToInt(o -> known[o]).max().orElse(CONSTANT);
        if (most == CONSTANT || !(node instanceof Node.Result result)) {
            return most == CONSTANT ? CONSTANT : OTHER;
        }
        return switch (result.operation()) {
            case ADD, SUBTRACT, NEGATE -> most;
            case MULTIPLY -> Math.min(OTHER, known[result.left()] + known[result.right()]);
            case DIVIDE -> known[result.right()] == CONSTANT ? most : OTHER;
            case POWER, SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF -> OTHER;
            case ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD, LESS, LESS_EQUAL, EQUAL, WHEN -> OTHER;
        };
    }
}
