package org.macrostate.solvers.integrate;

import org.macrostate.solvers.nonlinear.LuFactors;

/**
 * One step of Rodas5P in the form without products with the Jacobian (Hairer and Wanner, Solving Ordinary Differential
 * Equations II, section IV.7): {@code (I/(hγ) − J) u_i = f(t + c_i h, y + Σ a_ij u_j) + Σ (C_ij/h) u_j + h d_i ∂f/∂t}.
 */
final class RosenbrockStep {
    static final int STAGES = Rodas5PTableau.STAGES;

    private final LinearisedEquation equation;
    private final int n;
    private final double[] jacobian;
    private final double[] timeDerivative;
    private final LuFactors factors;
    private final double[][] stages;
    private final double[] stageState;
    private final double[] slope;
    private final double[] end;
    private double time;
    private double[] start = {};
    private double[] startSlope = {};

    RosenbrockStep(LinearisedEquation equation, int n) {
        this.equation = equation;
        this.n = n;
        jacobian = new double[n * n];
        timeDerivative = new double[n];
        factors = new LuFactors(n);
        stages = new double[STAGES][n];
        stageState = new double[n];
        slope = new double[n];
        end = new double[n];
    }

    /** Takes the derivatives at a step's start; attempts of several lengths may follow. */
    void linearise(double t, double[] y, double[] rates) {
        time = t;
        start = y;
        startSlope = rates;
        equation.jacobian(t, y, jacobian);
        equation.timeDerivative(t, y, timeDerivative);
    }

    /** Whether the step could be computed: its matrix is regular. */
    boolean attempt(double h) {
        if (!factors.factor(jacobian, -1 / (h * Rodas5PTableau.GAMMA))) {
            return false;
        }
        for (int i = 0; i < STAGES; i++) {
            double[] f = startSlope;
            if (i > 0) {
                stageState(i);
                equation.rates(time + Rodas5PTableau.C_TIME[i] * h, stageState, slope);
                f = slope;
            }
            right(i, h, f);
            // of J − I/hγ, whose sign is the other one
            factors.solveInPlace(stages[i]);
            for (int j = 0; j < n; j++) {
                stages[i][j] = -stages[i][j];
            }
        }
        for (int j = 0; j < n; j++) {
            end[j] = stageState[j] + stages[STAGES - 1][j];
        }
        return true;
    }

    private void stageState(int i) {
        System.arraycopy(start, 0, stageState, 0, n);
        for (int l = 0; l < i; l++) {
            double weight = Rodas5PTableau.A[i][l];
            double[] stage = stages[l];
            for (int j = 0; j < n; j++) {
                stageState[j] += weight * stage[j];
            }
        }
    }

    private void right(int i, double h, double[] f) {
        double[] right = stages[i];
        double d = h * Rodas5PTableau.D[i];
        for (int j = 0; j < n; j++) {
            right[j] = f[j] + d * timeDerivative[j];
        }
        for (int l = 0; l < i; l++) {
            double weight = Rodas5PTableau.C[i][l] / h;
            double[] stage = stages[l];
            for (int j = 0; j < n; j++) {
                right[j] += weight * stage[j];
            }
        }
    }

    /** The state at the step's end; overwritten by the next attempt. */
    double[] end() {
        return end;
    }

    /** The difference from the embedded method of order 4. */
    double[] error() {
        return stages[STAGES - 1];
    }

    /** A vector of the dense output, 0 to 2: a combination of the stages, in a new array. */
    double[] dense(int row) {
        double[] sum = new double[n];
        for (int l = 0; l < STAGES; l++) {
            double weight = Rodas5PTableau.H[row][l];
            for (int j = 0; j < n; j++) {
                sum[j] += weight * stages[l][j];
            }
        }
        return sum;
    }
}
