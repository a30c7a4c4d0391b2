package org.macrostate.solvers.integrate;

/**
 * The choice of steps for every method: the next is the last times {@code 0.9 error^(-1/order)}, within bounds. Hairer,
 * Nørsett and Wanner, Solving Ordinary Differential Equations I, section II.4.
 */
final class StepController {
    private static final double SAFETY = 0.9;
    private static final double MOST_REDUCTION = 0.2;
    private static final double MOST_GROWTH = 10;
    private static final double UNDEFINED = 0.1;
    private static final double SMALL = 1e-6;

    private final double exponent;
    private final Tolerances tolerances;
    private boolean rejected;

    StepController(int order, Tolerances tolerances) {
        this.exponent = -1.0 / order;
        this.tolerances = tolerances;
    }

    /** What a step is multiplied by after one with this error; below 1 if that was too large. */
    double factor(double error) {
        if (Double.isNaN(error)) {
            rejected = true;
            return UNDEFINED;
        }
        double wanted = Math.max(MOST_REDUCTION, SAFETY * Math.pow(error, exponent));
        double factor = Math.min(rejected ? 1 : MOST_GROWTH, wanted);
        rejected = !(error < 1);
        return factor;
    }

    /**
     * A first step: such that an Euler step changes the state, and then its slope, by little. Same book, section II.4,
     * "Starting step size".
     */
    double firstStep(RightHandSide rates, double t, double[] y, double[] slope, double longest) {
        double state = norm(y, y);
        double speed = norm(slope, y);
        double h = Math.min(state < 1e-5 || speed < 1e-5 ? SMALL : 0.01 * state / speed, longest);
        double[] ahead = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            ahead[i] = y[i] + h * slope[i];
        }
        double[] there = new double[y.length];
        rates.rates(t + h, ahead, there);
        for (int i = 0; i < y.length; i++) {
            there[i] -= slope[i];
        }
        double bend = norm(there, y) / h;
        if (!(bend <= Double.MAX_VALUE)) {
            return h;
        }
        double sharpest = Math.max(speed, bend);
        double second = sharpest <= 1e-15 ? Math.max(SMALL, h * 1e-3) : Math.pow(0.01 / sharpest, -exponent);
        return Math.min(Math.min(100 * h, second), longest);
    }

    private double norm(double[] vector, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double part = vector[i] / (tolerances.absolute() + tolerances.relative() * Math.abs(y[i]));
            sum += part * part;
        }
        return Math.sqrt(sum / y.length);
    }
}
