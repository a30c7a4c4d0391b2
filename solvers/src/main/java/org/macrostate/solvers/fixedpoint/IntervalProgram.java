package org.macrostate.solvers.fixedpoint;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.graph.Program;

/**
 * A program evaluated over intervals. Elementary functions of the Java library err by at most two units in the last place;
 * ten are allowed for.
 */
final class IntervalProgram {
    private static final double ELEMENTARY = 10 * 0x1p-52;
    private static final double ERROR_FUNCTION = 1e-13;
    private static final int HIGHEST_POWER = 64;

    private final Program program;
    private final double[] parameters;

    IntervalProgram(Program program, double[] parameters) {
        this.program = program;
        this.parameters = parameters;
    }

    /** All outputs; empty where the program holds a function without an interval version, or leaves its domain. */
    Optional<Interval[]> at(Interval[] state) {
        Interval[] values = new Interval[program.nodes().size()];
        for (int i = 0; i < values.length; i++) {
            Optional<Interval> value = value(program.nodes().get(i), values, state);
            if (value.isEmpty() || !value.get().isFinite()) {
                return Optional.empty();
            }
            values[i] = value.get();
        }
        return Optional.of(program.outputs().stream().map(o -> values[o]).toArray(Interval[]::new));
    }

    private Optional<Interval> value(Node node, Interval[] values, Interval[] state) {
        if (node instanceof Node.Number number) {
            return Optional.of(Interval.of(number.value()));
        }
        if (node instanceof Node.Input input) {
            return Optional.of(
                    switch (input.source()) {
                        case STATE -> state[input.index()];
                        case PARAMETER -> Interval.of(parameters[input.index()]);
                        case TIME -> Interval.of(0);
                    });
        }
        if (!(node instanceof Node.Result result)) {
            return Optional.empty();
        }
        Interval a = values[result.left()];
        Interval b = result.right() < 0 ? a : values[result.right()];
        // the same node twice is a square, which is never negative
        return result.operation() == Operation.MULTIPLY && result.left() == result.right()
                ? Optional.of(a.power(2))
                : value(result.operation(), a, b);
    }

    private static Optional<Interval> value(Operation operation, Interval a, Interval b) {
        return switch (operation) {
            case ADD -> Optional.of(a.plus(b));
            case SUBTRACT -> Optional.of(a.minus(b));
            case MULTIPLY -> Optional.of(a.times(b));
            case DIVIDE -> Optional.of(a.over(b));
            case NEGATE -> Optional.of(a.negated());
            case POWER -> power(a, b);
            case SQRT -> a.low() < 0 ? Optional.empty() : rising(Math::sqrt, a, ELEMENTARY);
            case LOG -> a.low() <= 0 ? Optional.empty() : rising(Math::log, a, ELEMENTARY);
            case EXP -> rising(Math::exp, a, ELEMENTARY);
            case SINH -> rising(Math::sinh, a, ELEMENTARY);
            case TANH -> rising(Math::tanh, a, ELEMENTARY);
            case ARC_TAN -> rising(Math::atan, a, ELEMENTARY);
            case ERF -> rising(x -> Operation.ERF.apply(x, 0), a, ERROR_FUNCTION);
            case ERFC -> rising(x -> Operation.ERFC.apply(-x, 0), a.negated(), ERROR_FUNCTION);
            case SIN -> Optional.of(bounded(Math::sin, a));
            case COS -> Optional.of(bounded(Math::cos, a));
            case COSH -> even(a).flatMap(m -> rising(Math::cosh, m, ELEMENTARY));
            case ABS -> even(a);
            case MIN -> Optional.of(new Interval(Math.min(a.low(), b.low()), Math.min(a.high(), b.high())));
            case MAX -> Optional.of(new Interval(Math.max(a.low(), b.low()), Math.max(a.high(), b.high())));
            case LOG_ERFC, TAN, ARC_SIN, ARC_COS, SIGN, UNIT_STEP, FLOOR, MOD, LESS, LESS_EQUAL, EQUAL, WHEN ->
                Optional.empty();
        };
    }

    private static Optional<Interval> rising(DoubleUnaryOperator function, Interval a, double part) {
        return Optional.of(Interval.widened(function.applyAsDouble(a.low()), function.applyAsDouble(a.high()), part));
    }

    /** A function whose slope is at most 1, from its value in the middle. */
    private static Interval bounded(DoubleUnaryOperator function, Interval a) {
        double middle = a.low() + (a.high() - a.low()) / 2;
        double radius = Math.nextUp(a.high() - a.low());
        Interval value = Interval.widened(function.applyAsDouble(middle), function.applyAsDouble(middle), ELEMENTARY);
        return new Interval(
                Math.max(-1, Math.nextDown(value.low() - radius)), Math.min(1, Math.nextUp(value.high() + radius)));
    }

    private static Optional<Interval> even(Interval a) {
        double most = Math.max(Math.abs(a.low()), Math.abs(a.high()));
        double least = a.contains(0) ? 0 : Math.min(Math.abs(a.low()), Math.abs(a.high()));
        return Optional.of(new Interval(least, most));
    }

    private static Optional<Interval> power(Interval base, Interval exponent) {
        double e = exponent.low();
        if (e == exponent.high() && e == Math.rint(e) && Math.abs(e) <= HIGHEST_POWER) {
            Interval power = base.power((int) Math.abs(e));
            return Optional.of(e >= 0 ? power : Interval.of(1).over(power));
        }
        if (base.low() <= 0) {
            return Optional.empty();
        }
        return rising(Math::log, base, ELEMENTARY)
                .map(exponent::times)
                .flatMap(log -> rising(Math::exp, log, ELEMENTARY));
    }
}
