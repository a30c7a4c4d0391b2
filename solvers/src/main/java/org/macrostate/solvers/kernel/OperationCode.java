package org.macrostate.solvers.kernel;

import org.macrostate.equations.graph.Operation;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The instruction or call of each operation: exactly what {@link Operation#apply} computes. */
final class OperationCode {
    private static final String MATH = Type.getInternalName(Math.class);

    private static final String BRIDGED = Type.getInternalName(BridgedOperations.class);
    private static final String HYPERBOLIC = Type.getInternalName(org.macrostate.equations.graph.Hyperbolic.class);
    private static final String LOG_ERFC = Type.getInternalName(org.macrostate.equations.graph.LogErfc.class);
    private static final String ERF = Type.getInternalName(org.hipparchus.special.Erf.class);

    private OperationCode() {}

    /** Operands are on the stack; leaves the result there. */
    static void emit(Operation operation, CountedCode code) {
        switch (operation) {
            case ADD -> code.instruction(Opcodes.DADD);
            case SUBTRACT -> code.instruction(Opcodes.DSUB);
            case MULTIPLY -> code.instruction(Opcodes.DMUL);
            case DIVIDE -> code.instruction(Opcodes.DDIV);
            case NEGATE -> code.instruction(Opcodes.DNEG);
            case POWER -> binary(code, MATH, "pow");
            case SQRT -> unary(code, MATH, "sqrt");
            case EXP -> unary(code, MATH, "exp");
            case LOG -> unary(code, MATH, "log");
            case SIN -> unary(code, MATH, "sin");
            case COS -> unary(code, MATH, "cos");
            case TAN -> unary(code, MATH, "tan");
            case ARC_SIN -> unary(code, BRIDGED, "arcSin");
            case ARC_COS -> unary(code, BRIDGED, "arcCos");
            case ARC_TAN -> unary(code, MATH, "atan");
            case SINH -> unary(code, HYPERBOLIC, "sinh");
            case COSH -> unary(code, HYPERBOLIC, "cosh");
            case TANH -> unary(code, HYPERBOLIC, "tanh");
            case ERF -> unary(code, ERF, "erf");
            case ERFC -> unary(code, ERF, "erfc");
            case LOG_ERFC -> unary(code, LOG_ERFC, "of");
            case ABS -> unary(code, MATH, "abs");
            case SIGN -> unary(code, MATH, "signum");
            case UNIT_STEP -> unary(code, BRIDGED, "unitStep");
            case FLOOR -> unary(code, MATH, "floor");
            case MIN -> binary(code, MATH, "min");
            case MAX -> binary(code, MATH, "max");
            case MOD -> binary(code, BRIDGED, "mod");
            case LESS -> binary(code, BRIDGED, "less");
            case LESS_EQUAL -> binary(code, BRIDGED, "lessEqual");
            case EQUAL -> binary(code, BRIDGED, "equal");
            case WHEN -> binary(code, BRIDGED, "when");
        }
    }

    /** Whether it takes far longer than a product; square roots do not. */
    static boolean isCall(Operation operation) {
        return switch (operation) {
            case POWER, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ERFC, LOG_ERFC ->
                true;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD -> false;
            case LESS, LESS_EQUAL, EQUAL, WHEN -> false;
        };
    }

    /** Whether HotSpot has a vector instruction for it. */
    static boolean isVectorised(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS -> true;
            case POWER, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ERFC, LOG_ERFC ->
                false;
            case SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD, LESS, LESS_EQUAL, EQUAL, WHEN -> false;
        };
    }

    private static void unary(CountedCode code, String owner, String name) {
        code.callStatic(owner, name, "(D)D");
    }

    private static void binary(CountedCode code, String owner, String name) {
        code.callStatic(owner, name, "(DD)D");
    }
}
