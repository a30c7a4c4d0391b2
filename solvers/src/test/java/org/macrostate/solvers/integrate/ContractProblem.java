package org.macrostate.solvers.integrate;

/** What every integrator is tried on. */
enum ContractProblem {
    /** y' = y cos t. */
    SINE(new double[] {1}) {
        @Override
        void rates(double t, double[] y, double[] out) {
            out[0] = y[0] * Math.cos(t);
        }
    },
    /** y'' = -y. */
    OSCILLATOR(new double[] {0, 1}) {
        @Override
        void rates(double t, double[] y, double[] out) {
            out[0] = y[1];
            out[1] = -y[0];
        }
    },
    /** Eccentricity 0.6: steps of very different lengths, some rejected. */
    KEPLER(new double[] {0.4, 0, 0, 2}) {
        @Override
        void rates(double t, double[] y, double[] out) {
            double r = Math.hypot(y[0], y[1]);
            out[0] = y[2];
            out[1] = y[3];
            out[2] = -y[0] / (r * r * r);
            out[3] = -y[1] / (r * r * r);
        }
    },
    /** Many elements. */
    HEAT(java.util.stream.IntStream.range(0, 40).mapToDouble(i -> i % 7).toArray()) {
        @Override
        void rates(double t, double[] y, double[] out) {
            for (int i = 0; i < y.length; i++) {
                out[i] = (i > 0 ? y[i - 1] : 0) - 2 * y[i] + (i + 1 < y.length ? y[i + 1] : Math.sin(t));
            }
        }
    };

    final double[] start;

    ContractProblem(double[] start) {
        this.start = start;
    }

    abstract void rates(double t, double[] y, double[] out);
}
