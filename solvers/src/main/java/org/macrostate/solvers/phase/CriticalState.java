package org.macrostate.solvers.phase;

/**
 * Where a followed state loses its stability.
 *
 * @param state n; empty where nothing bifurcates
 * @param frequency of a critical pair of eigenvalues; 0 for other kinds
 */
record CriticalState(TransitionType type, double[] state, double frequency) {
    static final CriticalState NONE = new CriticalState(TransitionType.UNKNOWN, new double[0], 0);

    /** @param point state and t on the line, n + 1 */
    static CriticalState of(
            ParameterLine line, double[] point, PhaseBoundary.Kind kind, LeadingEigenvalue growth, int neutral) {
        double frequency = kind == PhaseBoundary.Kind.HOPF
                ? Math.abs(growth.leading(neutral).getImaginaryPart())
                : 0;
        return new CriticalState(
                TransitionType.of(line, point, kind, frequency, neutral), line.state(point), frequency);
    }
}
