package org.macrostate.solvers.integrate;

import org.macrostate.solvers.nonlinear.LuFactors;

/**
 * The Rosenbrock method Rodas5P for stiff systems: order 5 with an embedded method of order 4, eight stages, A-stable and
 * stiffly accurate, dense output of order 4. One Jacobian and one factorisation a step, no iteration. In the form without
 * products with the Jacobian (Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.7):
 * {@code (I/(hγ) − J) u_i = f(t + c_i h, y + Σ a_ij u_j) + Σ (C_ij/h) u_j + h d_i ∂f/∂t}; inside a step
 * {@code y(θ) = (1−θ) y0 + θ y1 + θ(1−θ)(p + θ q + θ² r)}.
 *
 * <p>G. Steinebach, Construction of Rosenbrock–Wanner method Rodas5P and numerical benchmarks within the Julia
 * Differential Equations package, BIT Numerical Mathematics 63, 27 (2023), and the method's published implementation; its
 * order is checked by measuring it, see the test.
 */
final class Rodas5P implements OneStepMethod {
    private static final int ORDER = 5;
    private static final int STAGES = 8;
    private static final double GAMMA = 0.21193756319429014;

    /** Times of the stages, as parts of the step. */
    private static final double[] C_TIME = {
        0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1
    };

    /** Weights of ∂f/∂t. */
    private static final double[] D = {
        0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0
    };

    private static final double[] LAST_BUT_TWO = {
        -7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946
    };

    /** Weights of earlier stages in a stage's state; the last three stages each add the one before them whole. */
    private static final double[][] A = {
        {},
        {3.0},
        {2.849394379747939, 0.45842242204463923},
        {-6.954028509809101, 2.489845061869568, -10.358996098473584},
        {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
        LAST_BUT_TWO,
        withOnes(1),
        withOnes(2)
    };

    /** Weights of earlier stages on the right-hand side of a stage's linear system, times the step. */
    private static final double[][] C = {
        {},
        {-14.155112264123755},
        {-17.97296035885952, -2.859693295451294},
        {147.12150275711716, -1.41221402718213, 71.68940251302358},
        {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
        {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
        {
            30.91273214028599,
            -3.1208243349937974,
            77.79954646070892,
            34.28646028294783,
            -19.097331116725623,
            -28.087943162872662
        },
        {
            37.80277123390563,
            -3.2571969029072276,
            112.26918849496327,
            66.9347231244047,
            -40.06618937091002,
            -54.66780262877968,
            -9.48861652309627
        }
    };

    /** Weights of the stages in the three vectors of the dense output. */
    private static final double[][] H = {
        {
            25.948786856663858,
            -2.5579724845846235,
            10.433815404888879,
            -2.3679251022685204,
            0.524948541321073,
            1.1241088310450404,
            0.4272876194431874,
            -0.17202221070155493
        },
        {
            -9.91568850695171,
            -0.9689944594115154,
            3.0438037242978453,
            -24.495224566215796,
            20.176138334709044,
            15.98066361424651,
            -6.789040303419874,
            -6.710236069923372
        },
        {
            11.419903575922262,
            2.8879645146136994,
            72.92137995996029,
            80.12511834622643,
            -52.072871366152654,
            -59.78993625266729,
            -0.15582684282751913,
            4.883087185713722
        }
    };

    private final RightHandSide equation;
    private final Tolerances tolerances;
    private final int n;
    private final double[] jacobian;
    private final double[] timeDerivative;
    private final LuFactors factors;
    private final double[][] stages;
    private final double[] stageState;
    private final double[] stageSlope;
    private double[] y;
    private double[] end;
    private double[] slope;
    private double time;
    private double until;
    private boolean linearised;

    Rodas5P(RightHandSide equation, Tolerances tolerances) {
        this.equation = equation;
        this.tolerances = tolerances;
        n = equation.length();
        jacobian = new double[n * n];
        timeDerivative = new double[n];
        factors = new LuFactors(n);
        stages = new double[STAGES][n];
        stageState = new double[n];
        stageSlope = new double[n];
        y = new double[n];
        end = new double[n];
        slope = new double[n];
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void begin(double t, double[] state) {
        time = t;
        linearised = false;
        System.arraycopy(state, 0, y, 0, n);
        equation.rates(t, y, slope);
    }

    @Override
    public double[] slope() {
        return slope;
    }

    @Override
    public double attempt(double to) {
        until = to;
        if (!linearised) {
            equation.jacobian(time, y, jacobian);
            equation.timeDerivative(time, y, timeDerivative);
            linearised = true;
        }
        double h = to - time;
        if (!RightHandSide.isOrdinary(jacobian) || !factors.factor(jacobian, -1 / (h * GAMMA))) {
            return Double.NaN;
        }
        for (int i = 0; i < STAGES; i++) {
            double[] f = slope;
            if (i > 0) {
                stageState(i);
                equation.rates(time + C_TIME[i] * h, stageState, stageSlope);
                f = stageSlope;
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
        return error();
    }

    private void stageState(int i) {
        System.arraycopy(y, 0, stageState, 0, n);
        for (int l = 0; l < i; l++) {
            double weight = A[i][l];
            double[] stage = stages[l];
            for (int j = 0; j < n; j++) {
                stageState[j] += weight * stage[j];
            }
        }
    }

    private void right(int i, double h, double[] f) {
        double[] right = stages[i];
        double d = h * D[i];
        for (int j = 0; j < n; j++) {
            right[j] = f[j] + d * timeDerivative[j];
        }
        for (int l = 0; l < i; l++) {
            double weight = C[i][l] / h;
            double[] stage = stages[l];
            for (int j = 0; j < n; j++) {
                right[j] += weight * stage[j];
            }
        }
    }

    /** The last stage is the difference from the embedded method of order 4. */
    private double error() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double size = Math.max(Math.abs(y[i]), Math.abs(end[i]));
            double ratio = stages[STAGES - 1][i] / (tolerances.absolute() + tolerances.relative() * size);
            sum += ratio * ratio;
        }
        double error = Math.sqrt(sum / n);
        return RightHandSide.isOrdinary(end) && error <= Double.MAX_VALUE ? error : Double.NaN;
    }

    @Override
    public void accept() {
        double[] left = y;
        y = end;
        end = left;
        time = until;
        linearised = false;
        equation.rates(time, y, slope);
    }

    @Override
    public double stiffness() {
        return 0;
    }

    @Override
    public double from() {
        return time;
    }

    @Override
    public double to() {
        return until;
    }

    @Override
    public double[] start() {
        return y;
    }

    @Override
    public double[] end() {
        return end;
    }

    @Override
    public double[] inside(double t) {
        double s = (t - time) / (until - time);
        double[] state = new double[n];
        for (int j = 0; j < n; j++) {
            double bend = 0;
            for (int row = H.length - 1; row >= 0; row--) {
                double sum = 0;
                for (int l = 0; l < STAGES; l++) {
                    sum += H[row][l] * stages[l][j];
                }
                bend = sum + s * bend;
            }
            state[j] = (1 - s) * y[j] + s * (end[j] + (1 - s) * bend);
        }
        return state;
    }

    private static double[] withOnes(int ones) {
        double[] row = java.util.Arrays.copyOf(LAST_BUT_TWO, LAST_BUT_TWO.length + ones);
        java.util.Arrays.fill(row, LAST_BUT_TWO.length, row.length, 1);
        return row;
    }
}
