package org.macrostate.equations.graph;

import java.util.List;
import org.hipparchus.special.Erf;
import org.macrostate.equations.tensor.Magnitude;

/** A program evaluated in {@link Magnitude}s. */
final class MagnitudeProgram {
    private MagnitudeProgram() {}

    /**
     * Its first outputs; unknown where they need a function of several nodes.
     *
     * @param state not modified; neither are {@code parameters}
     */
    static Magnitude[] outputs(Program program, int count, double[] state, double[] parameters) {
        List<Node> nodes = program.nodes();
        Magnitude[] values = new Magnitude[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(nodes.get(i), values, state, parameters);
        }
        Magnitude[] outputs = new Magnitude[count];
        for (int j = 0; j < count; j++) {
            outputs[j] = values[program.outputs().get(j)];
        }
        return outputs;
    }

    private static Magnitude value(Node node, Magnitude[] values, double[] state, double[] parameters) {
        if (node instanceof Node.Number n) {
            return Magnitude.of(n.value());
        }
        if (node instanceof Node.Input input) {
            return switch (input.source()) {
                case STATE -> Magnitude.of(state[input.index()]);
                case PARAMETER -> Magnitude.of(parameters[input.index()]);
                case TIME -> Magnitude.UNKNOWN;
            };
        }
        if (node instanceof Node.Result r) {
            Magnitude a = values[r.left()];
            return result(r.operation(), a, r.right() < 0 ? a : values[r.right()]);
        }
        return Magnitude.UNKNOWN;
    }

    private static Magnitude result(Operation operation, Magnitude a, Magnitude b) {
        return switch (operation) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.plus(b.negate());
            case MULTIPLY -> a.times(b);
            case DIVIDE -> a.times(b.power(-1));
            case POWER -> a.power(b.value());
            case NEGATE -> a.negate();
            case SQRT -> a.power(0.5);
            case EXP -> a.exp();
            case LOG -> a.ln();
            case SINH -> a.sinh();
            case COSH -> a.cosh();
            case ERFC -> a.erfc();
            case LOG_ERFC -> a.erfc().ln();
            case ABS -> a.abs();
            case ERF -> a.bounded(Erf::erf);
            case SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, TANH -> a.bounded(x -> operation.apply(x, x));
            case SIGN -> a.signum();
            case UNIT_STEP -> a.step();
            case FLOOR -> a;
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case MOD -> b;
            case LESS -> a.less(b);
            case LESS_EQUAL -> a.lessEqual(b);
            case EQUAL -> a.same(b);
            case WHEN -> a.choose(b, Magnitude.ZERO);
        };
    }
}
