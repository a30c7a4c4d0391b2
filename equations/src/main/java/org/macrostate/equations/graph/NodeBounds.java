package org.macrostate.equations.graph;

import java.util.List;
import org.hipparchus.special.Erf;

/**
 * Bounds on every node of a program while time runs over an interval, by interval arithmetic; state is not looked at. The
 * bounds are widened by some roundings, so that they hold for what the program computes in floating-point numbers.
 *
 * <p>R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis (SIAM, 2009), chapters 2 and 5.
 */
final class NodeBounds {
    private static final double ROUNDINGS = 1e-14;

    private final List<Node> nodes;
    private final double[] parameters;
    private final double[] low;
    private final double[] high;

    /** @param program reads time and parameters only; not modified */
    NodeBounds(Program program, double[] parameters) {
        this.nodes = program.nodes();
        this.parameters = parameters;
        low = new double[nodes.size()];
        high = new double[nodes.size()];
    }

    double low(int node) {
        return low[node];
    }

    double high(int node) {
        return high[node];
    }

    /** Computes the bounds for times from {@code from} to {@code to}. */
    void over(double from, double to) {
        for (int i = 0; i < low.length; i++) {
            Node node = nodes.get(i);
            if (node instanceof Node.Number n) {
                set(i, n.value(), n.value());
            } else if (node instanceof Node.Input input) {
                boolean time = input.source() == Node.Source.TIME;
                set(i, time ? from : parameters[input.index()], time ? to : parameters[input.index()]);
            } else if (node instanceof Node.Result r) {
                result(i, r);
            } else {
                set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
        }
    }

    private void set(int i, double a, double b) {
        boolean known = !Double.isNaN(a) && !Double.isNaN(b);
        low[i] = known ? a : Double.NEGATIVE_INFINITY;
        high[i] = known ? b : Double.POSITIVE_INFINITY;
    }

    private void result(int i, Node.Result r) {
        double a = low[r.left()];
        double b = high[r.left()];
        double c = r.right() < 0 ? 0 : low[r.right()];
        double d = r.right() < 0 ? 0 : high[r.right()];
        switch (r.operation()) {
            case ADD -> widened(i, a + c, b + d);
            case SUBTRACT -> widened(i, a - d, b - c);
            case MULTIPLY -> multiply(i, r, a, b, c, d);
            case DIVIDE -> divide(i, a, b, c, d);
            case POWER -> power(i, a, b, c, d);
            case NEGATE -> set(i, -b, -a);
            case SQRT, LOG -> monotone(i, r.operation(), Math.max(a, 0), Math.max(b, 0));
            case EXP, SINH, TANH, ARC_TAN, ERF -> monotone(i, r.operation(), a, b);
            case ERFC -> widened(i, Erf.erfc(b), Erf.erfc(a));
            case LOG_ERFC -> widened(i, LogErfc.of(b), LogErfc.of(a));
            case ARC_SIN -> monotone(i, r.operation(), Math.max(-1, a), Math.min(1, b));
            case ARC_COS -> widened(i, Math.acos(Math.min(1, b)), Math.acos(Math.max(-1, a)));
            case COSH -> even(i, a, b, Math::cosh);
            case ABS -> even(i, a, b, x -> x);
            case SIN -> wave(i, a - Math.PI / 2, b - Math.PI / 2);
            case COS -> wave(i, a, b);
            case TAN -> tangent(i, a, b);
            case SIGN, UNIT_STEP, FLOOR ->
                set(i, r.operation().apply(a, 0), r.operation().apply(b, 0));
            case MIN -> set(i, Math.min(a, c), Math.min(b, d));
            case MAX -> set(i, Math.max(a, c), Math.max(b, d));
            case MOD -> modulo(i, a, b, c, d);
            case LESS -> set(i, b < c ? 1 : 0, a < d ? 1 : 0);
            case LESS_EQUAL -> set(i, b <= c ? 1 : 0, a <= d ? 1 : 0);
            case EQUAL -> set(i, a == b && c == d && a == c ? 1 : 0, a <= d && c <= b ? 1 : 0);
            case WHEN -> when(i, a, b, c, d);
        }
    }

    private void widened(int i, double a, double b) {
        set(i, a - ROUNDINGS * Math.abs(a), b + ROUNDINGS * Math.abs(b));
    }

    private void multiply(int i, Node.Result r, double a, double b, double c, double d) {
        if (r.left() == r.right()) {
            double least = a <= 0 && b >= 0 ? 0 : Math.min(a * a, b * b);
            widened(i, least, Math.max(a * a, b * b));
            return;
        }
        double ac = product(a, c);
        double ad = product(a, d);
        double bc = product(b, c);
        double bd = product(b, d);
        widened(i, Math.min(Math.min(ac, ad), Math.min(bc, bd)), Math.max(Math.max(ac, ad), Math.max(bc, bd)));
    }

    /** An end at infinity times zero bounds a product by zero. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private void divide(int i, double a, double b, double c, double d) {
        if (c <= 0 && d >= 0) {
            set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            return;
        }
        double ac = a / c;
        double ad = a / d;
        double bc = b / c;
        double bd = b / d;
        widened(i, Math.min(Math.min(ac, ad), Math.min(bc, bd)), Math.max(Math.max(ac, ad), Math.max(bc, bd)));
    }

    private void power(int i, double a, double b, double c, double d) {
        if (a < 0 || c != d) {
            set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        } else {
            widened(i, Math.min(Math.pow(a, c), Math.pow(b, c)), Math.max(Math.pow(a, c), Math.pow(b, c)));
        }
    }

    private void monotone(int i, Operation operation, double a, double b) {
        widened(
                i,
                operation == Operation.ERF ? Erf.erf(a) : operation.apply(a, 0),
                operation == Operation.ERF ? Erf.erf(b) : operation.apply(b, 0));
    }

    /** A function of |x| that rises with it. */
    private void even(int i, double a, double b, java.util.function.DoubleUnaryOperator ofSize) {
        double least = a <= 0 && b >= 0 ? 0 : Math.min(Math.abs(a), Math.abs(b));
        widened(i, ofSize.applyAsDouble(least), ofSize.applyAsDouble(Math.max(Math.abs(a), Math.abs(b))));
    }

    private void wave(int i, double a, double b) {
        double turn = 2 * Math.PI;
        boolean top = !(b - a < turn) || Math.floor(b / turn) > Math.floor(a / turn) || a % turn == 0;
        boolean bottom = !(b - a < turn) || Math.floor(b / turn + 0.5) > Math.floor(a / turn + 0.5);
        double least = bottom ? -1 : Math.min(Math.cos(a), Math.cos(b));
        double largest = top ? 1 : Math.max(Math.cos(a), Math.cos(b));
        widened(i, least, largest);
    }

    private void tangent(int i, double a, double b) {
        boolean pole = !(b - a < Math.PI) || Math.floor(b / Math.PI + 0.5) > Math.floor(a / Math.PI + 0.5);
        if (pole) {
            set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        } else {
            widened(i, Math.tan(a), Math.tan(b));
        }
    }

    private void modulo(int i, double a, double b, double c, double d) {
        if (c != d || c == 0) {
            set(i, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        } else if (Math.floor(a / c) == Math.floor(b / c)) {
            widened(i, a - c * Math.floor(a / c), b - c * Math.floor(b / c));
        } else {
            set(i, Math.min(0, c), Math.max(0, c));
        }
    }

    private void when(int i, double a, double b, double c, double d) {
        if (a == 0 && b == 0) {
            set(i, 0, 0);
        } else if (a > 0 || b < 0) {
            set(i, c, d);
        } else {
            set(i, Math.min(0, c), Math.max(0, d));
        }
    }
}
