package org.macrostate.solvers.control;

import org.macrostate.solvers.integrate.DormandPrince853Tableau;
import org.macrostate.solvers.integrate.StageSum;

/**
 * One step of Dormand–Prince 8(5,3) under a control, and its transpose: if the step takes y to Φ(y, u), the transpose takes a
 * covector λ to (∂Φ/∂y)ᵀλ and adds (∂Φ/∂u)ᵀλ to a gradient, both exact for the step as it was computed. Of one thread.
 *
 * <p>Hager, Runge–Kutta methods in optimal control and the transformed adjoint system, Numer. Math. 87, 247 (2000).
 */
final class ControlledStep {
    /** Stages of a step, without the slope at its end. */
    static final int STAGES = DormandPrince853Tableau.STAGES - 1;

    private static final double[][] WEIGHTS = DormandPrince853Tableau.weights();
    private static final double[] TIMES = DormandPrince853Tableau.times();

    private final ControlledSystem system;
    private final ControlGrid grid;
    private final double[] values;
    private final double[] parameters;
    private final double[][] slopes;
    private final double[] work;
    private final double[] productWork;
    private final double[] stage;
    private final double[] covector;
    private final double[] product;
    private final double[][] passed;
    private int constantPiece = -1;

    /** @param values of the controls on the grid; not modified */
    ControlledStep(ControlProblem problem, ControlGrid grid, double[] values) {
        this.system = problem.system();
        this.grid = grid;
        this.values = values;
        parameters = problem.parameters().clone();
        slopes = new double[DormandPrince853Tableau.STAGES][system.size()];
        work = new double[system.rates().workLength()];
        productWork = new double[system.product().workLength()];
        stage = new double[system.size()];
        covector = new double[system.length() + system.size()];
        product = new double[system.product().outputLength()];
        passed = new double[STAGES][system.size()];
    }

    /** n. */
    int length() {
        return system.length();
    }

    /** Parameters with the controls at a time in a piece; valid until the next call of any method. */
    double[] parametersAt(int piece, double t) {
        if (!grid.linear() && piece == constantPiece) {
            return parameters;
        }
        for (int c = 0; c < system.controls().size(); c++) {
            double value = grid.value(values, c, piece, t);
            for (int position : system.controls().get(c).positions()) {
                parameters[position] = value;
            }
        }
        constantPiece = piece;
        return parameters;
    }

    /** Rates of state and integrals. */
    void rates(int piece, double t, double[] state, double[] out) {
        system.rates().eval(t, state, parametersAt(piece, t), out, work);
    }

    /**
     * A step.
     *
     * @param from n + q elements, not modified
     * @param to n + q elements, overwritten
     * @param stages n elements for each of the stages, overwritten
     */
    void forward(int piece, double t, double h, double[] from, double[] to, double[] stages) {
        int n = system.length();
        rates(piece, t, from, slopes[0]);
        System.arraycopy(from, 0, stages, 0, n);
        for (int i = 1; i < STAGES; i++) {
            sum(i - 1).apply(from, h, slopes, stage);
            System.arraycopy(stage, 0, stages, i * n, n);
            rates(piece, t + TIMES[i - 1] * h, stage, slopes[i]);
        }
        sum(STAGES - 1).apply(from, h, slopes, to);
    }

    private static StageSum sum(int i) {
        return DormandPrince853Tableau.sum(i);
    }

    /** The error of the last step in units of what is allowed. */
    double error(double[] from, double[] to, double h, double absolute, double relative) {
        return DormandPrince853Tableau.error(slopes, from, to, h, system.size(), absolute, relative);
    }

    /**
     * The transpose of a step.
     *
     * @param stages of the step, n elements each
     * @param lambda n + q elements: at the step's end, and overwritten by its value at the step's begin
     * @param gradient by the values of the controls; added to
     */
    void transposed(int piece, double t, double h, double[] stages, double[] lambda, double[] gradient) {
        int n = system.length();
        int size = system.size();
        for (int i = STAGES - 1; i >= 0; i--) {
            System.arraycopy(stages, i * n, covector, 0, n);
            double end = h * WEIGHTS[STAGES - 1][i];
            for (int k = 0; k < size; k++) {
                covector[n + k] = end * lambda[k];
            }
            for (int j = i + 1; j < STAGES; j++) {
                double weight = h * WEIGHTS[j - 1][i];
                if (weight != 0) {
                    double[] later = passed[j];
                    for (int k = 0; k < n; k++) {
                        covector[n + k] += weight * later[k];
                    }
                }
            }
            double at = i == 0 ? t : t + TIMES[i - 1] * h;
            product(piece, at, gradient);
            System.arraycopy(product, 0, passed[i], 0, n);
        }
        for (int i = 0; i < STAGES; i++) {
            for (int k = 0; k < n; k++) {
                lambda[k] += passed[i][k];
            }
        }
    }

    private void product(int piece, double t, double[] gradient) {
        system.product().eval(t, covector, parametersAt(piece, t), product, productWork);
        for (int c = 0; c < system.controls().size(); c++) {
            grid.spread(product[system.length() + c], gradient, c, piece, t);
        }
    }

    /** Derivatives of the Hamiltonian p·f by the controls: m elements. */
    double[] switching(int piece, double t, double[] state, double[] costate) {
        System.arraycopy(state, 0, covector, 0, system.length());
        System.arraycopy(costate, 0, covector, system.length(), system.size());
        system.product().eval(t, covector, parametersAt(piece, t), product, productWork);
        return java.util.Arrays.copyOfRange(product, system.length(), product.length);
    }

    /** The goal's quantity, its derivatives by the state, and those by the controls: 1 + n + m elements. */
    double[] quantity(int piece, double t, double[] state) {
        double[] out = new double[system.quantity().outputLength()];
        system.quantity()
                .eval(
                        t,
                        state,
                        parametersAt(piece, t),
                        out,
                        new double[system.quantity().workLength()]);
        return out;
    }
}
