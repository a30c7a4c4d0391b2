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
            case SIGN -> Magnitude.of(a.sign());
            case UNIT_STEP -> a.sign() >= 0 ? Magnitude.ONE : Magnitude.ZERO;
            case FLOOR -> a;
            case MIN -> a.plus(b.negate()).sign() <= 0 ? a : b;
            case MAX -> a.plus(b.negate()).sign() >= 0 ? a : b;
            case MOD -> b;
            case LESS -> truth(a.plus(b.negate()).sign() < 0);
            case LESS_EQUAL -> truth(a.plus(b.negate()).sign() <= 0);
            case EQUAL -> truth(a.plus(b.negate()).sign() == 0);
            case WHEN -> a.sign() == 0 ? Magnitude.ZERO : b;
        };
    }

    private static Magnitude truth(boolean holds) {
        return holds ? Magnitude.ONE : Magnitude.ZERO;
    }
}
