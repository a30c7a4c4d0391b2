package org.macrostate.solvers.phase;

import org.macrostate.solvers.continuation.LyapunovCoefficient;
import org.macrostate.solvers.continuation.NormalForm;
import org.macrostate.solvers.nonlinear.SingularVectors;

/**
 * What the normal form says of a state that loses its stability: whether what is stable beyond grows out of it continuously or
 * has to be jumped to (Kuznetsov, Elements of Applied Bifurcation Theory, sections 3.3, 5.4 and 7.4).
 */
public enum TransitionType {
    /** Arms leave the state, as continuously as at a second-order transition. */
    SUPERCRITICAL_PITCHFORK("supercritical pitchfork", true),
    /** Arms end on the state: a jump, as at a first-order transition. */
    SUBCRITICAL_PITCHFORK("subcritical pitchfork", false),
    /** Two states cross and exchange their stability. */
    TRANSCRITICAL("transcritical", true),
    /** The state meets an unstable one and both are gone beyond: a jump. */
    SADDLE_NODE("saddle-node", false),
    /** A small stable limit cycle is born. */
    SUPERCRITICAL_HOPF("supercritical", true),
    /** An unstable limit cycle shrinks to the state: a jump. */
    SUBCRITICAL_HOPF("subcritical", false),
    /** Eigenvalues of several modes pass together, the state belongs to a family, coefficients vanish, or nothing bifurcates. */
    UNKNOWN("", true);

    private static final double SECOND = 1e-6;

    private final String text;
    private final boolean continuous;

    TransitionType(String text, boolean continuous) {
        this.text = text;
        this.continuous = continuous;
    }

    /** Empty if it is not known. */
    public String text() {
        return text;
    }

    /** Whether what is stable beyond grows out of the state, or nothing else is known. */
    public boolean isContinuous() {
        return continuous;
    }

    /**
     * At a critical state of a line of parameters.
     *
     * @param point state and t, n + 1
     * @param frequency of a critical pair; 0 for other kinds
     * @param neutral zero modes along a family
     */
    static TransitionType of(
            ParameterLine line, double[] point, PhaseBoundary.Kind kind, double frequency, int neutral) {
        double[] state = line.state(point);
        java.util.function.UnaryOperator<double[]> jacobian = x -> {
            double[] beside = point.clone();
            System.arraycopy(x, 0, beside, 0, x.length);
            return line.stateJacobian(beside);
        };
        if (kind == PhaseBoundary.Kind.HOPF) {
            double lyapunov = new LyapunovCoefficient(jacobian, state).at(frequency);
            return lyapunov < 0 ? SUPERCRITICAL_HOPF : lyapunov > 0 ? SUBCRITICAL_HOPF : UNKNOWN;
        }
        if (kind == PhaseBoundary.Kind.FOLD) {
            return SADDLE_NODE;
        }
        boolean single = neutral == 0 && isSingle(jacobian.apply(state), state.length);
        return kind == PhaseBoundary.Kind.BRANCH_POINT && single
                ? NormalForm.of(jacobian, state, false)
                        .map(form -> of(form.type()))
                        .orElse(UNKNOWN)
                : UNKNOWN;
    }

    /** Whether only one direction is null. */
    private static boolean isSingle(double[] jacobian, int n) {
        var modes = new SingularVectors(jacobian, n).modes();
        return n == 1 || modes.get(n - 2).value() > SECOND * modes.get(0).value();
    }

    private static TransitionType of(NormalForm.Type type) {
        return switch (type) {
            case SADDLE_NODE -> SADDLE_NODE;
            case TRANSCRITICAL -> TRANSCRITICAL;
            case SUPERCRITICAL_PITCHFORK -> SUPERCRITICAL_PITCHFORK;
            case SUBCRITICAL_PITCHFORK -> SUBCRITICAL_PITCHFORK;
            case DEGENERATE -> UNKNOWN;
        };
    }
}
