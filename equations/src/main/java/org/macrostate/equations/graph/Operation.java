package org.macrostate.equations.graph;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.special.Erf;

/** The elementary operations; conditions yield 1 (true) or 0 (false). Unary ones ignore the second operand. */
public enum Operation {
    ADD(2, (a, b) -> a + b),
    SUBTRACT(2, (a, b) -> a - b),
    MULTIPLY(2, (a, b) -> a * b),
    DIVIDE(2, (a, b) -> a / b),
    POWER(2, Math::pow),
    NEGATE(1, (a, b) -> -a),
    SQRT(1, (a, b) -> Math.sqrt(a)),
    EXP(1, (a, b) -> Math.exp(a)),
    LOG(1, (a, b) -> Math.log(a)),
    SIN(1, (a, b) -> Math.sin(a)),
    COS(1, (a, b) -> Math.cos(a)),
    TAN(1, (a, b) -> Math.tan(a)),
    ARC_SIN(1, (a, b) -> ArcSine.of(cosine(a))),
    ARC_COS(1, (a, b) -> Math.acos(cosine(a))),
    ARC_TAN(1, (a, b) -> Math.atan(a)),
    SINH(1, (a, b) -> Hyperbolic.sinh(a)),
    COSH(1, (a, b) -> Hyperbolic.cosh(a)),
    TANH(1, (a, b) -> Hyperbolic.tanh(a)),
    ERF(1, (a, b) -> Erf.erf(a)),
    ERFC(1, (a, b) -> Erf.erfc(a)),
    /** Of ERFC, also where that is below the smallest number. */
    LOG_ERFC(1, (a, b) -> LogErfc.of(a)),
    ABS(1, (a, b) -> Math.abs(a)),
    SIGN(1, (a, b) -> Math.signum(a)),
    UNIT_STEP(1, (a, b) -> a >= 0 ? 1.0 : 0.0),
    FLOOR(1, (a, b) -> Math.floor(a)),
    MIN(2, Math::min),
    MAX(2, Math::max),
    MOD(2, (a, b) -> a - b * Math.floor(a / b)),
    LESS(2, (a, b) -> a < b ? 1.0 : 0.0),
    LESS_EQUAL(2, (a, b) -> a <= b ? 1.0 : 0.0),
    EQUAL(2, (a, b) -> a == b ? 1.0 : 0.0),
    /** The second operand where the first, a condition, holds; else 0, also if the second is not a number. */
    WHEN(2, (a, b) -> a != 0 ? b : 0.0);

    private final int operands;
    private final DoubleBinaryOperator meaning;

    Operation(int operands, DoubleBinaryOperator meaning) {
        this.operands = operands;
        this.meaning = meaning;
    }

    public int operands() {
        return operands;
    }

    /** The value of the operation; {@code b} is ignored by unary ones. */
    public double apply(double a, double b) {
        return meaning.applyAsDouble(a, b);
    }

    /**
     * A correlation that rounding carried past one comes back to it: two fields that coincide have correlation one, and
     * an integrator may leave an overlap's bound by as much as its tolerance. What is further out stays, and is no angle.
     * What rounding left below one by some units in the last place is one, too: its angle would lose half of the digits.
     */
    public static double cosine(double a) {
        return Math.abs(a) > 1 - 0x1p-50 && Math.abs(a) < 1 + 1e-7 ? Math.signum(a) : a;
    }
}
