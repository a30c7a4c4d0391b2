package org.macrostate.solvers.integrate;

import java.util.Optional;
import org.macrostate.solvers.kernel.Kernel;

/**
 * The rates as methods ask for them: counted, and within a stretch of time between two breaks evaluated as on its inside,
 * also at its ends. Jumps in the state have the values they have on one side of their surfaces. For one thread.
 */
final class RightHandSide {
    /** Beyond this a value is none of a solution. */
    static final double LARGEST = 1e100;

    private static final double ULPS_INSIDE = 16;

    private final TrajectoryProblem problem;
    private final Integration settings;
    private final Kernel kernel;
    private final double[] parameters;
    private final double[] work;
    private final Optional<SwitchState> switches;
    private double[] derivativeWork = {};
    private double earliest = Double.NEGATIVE_INFINITY;
    private double latest = Double.POSITIVE_INFINITY;
    private long evaluations;

    RightHandSide(TrajectoryProblem problem, Integration settings, Optional<SwitchState> switches) {
        this.problem = problem;
        this.settings = settings;
        this.switches = switches;
        this.kernel = switches.map(SwitchState::kernel).orElse(problem.rightHandSide());
        this.parameters = switches.map(SwitchState::parameters).orElse(problem.parameters());
        this.work = new double[kernel.workLength()];
    }

    /** Rates within this stretch are those of its inside. */
    void within(double from, double to, boolean breaksAtStart, boolean breaksAtEnd) {
        double inside = ULPS_INSIDE * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        earliest = breaksAtStart ? from + inside : Double.NEGATIVE_INFINITY;
        latest = breaksAtEnd ? to - inside : Double.POSITIVE_INFINITY;
    }

    Kernel kernel() {
        return kernel;
    }

    long evaluations() {
        return evaluations;
    }

    int length() {
        return problem.start().length;
    }

    private double clipped(double t) {
        return t < earliest ? earliest : t > latest ? latest : t;
    }

    /** @param out n elements, overwritten: the time derivatives */
    void rates(double t, double[] y, double[] out) {
        if (evaluations >= settings.maxEvaluations() || Thread.currentThread().isInterrupted()) {
            throw new Halt(Halt.Reason.TOO_MANY_EVALUATIONS, "");
        }
        evaluations++;
        if (switches.isPresent() && switches.get().slides()) {
            switches.get().slidingRates(clipped(t), y, out, work);
        } else {
            kernel.eval(clipped(t), y, parameters, out, work);
        }
    }

    /** Whether a linearisation is at hand for the rates as they are now. */
    boolean isLinearised() {
        return switches.map(s -> !s.slides()).orElse(true)
                && problem.linearisation().isPresent();
    }

    /** @param out n·n elements, row by row, overwritten: zeros, or what this method left there */
    void jacobian(double t, double[] y, double[] out) {
        Kernel jacobian = linearisation().jacobian();
        double[] scratch = workOf(jacobian);
        if (switches.isPresent()) {
            jacobian.eval(clipped(t), y, parameters, out, scratch); // the kernel changes with the side
        } else {
            jacobian.refresh(clipped(t), y, parameters, out, scratch);
        }
    }

    /** @param out n elements, overwritten: ∂f/∂t at a fixed state */
    void timeDerivative(double t, double[] y, double[] out) {
        Kernel derivative = linearisation().timeDerivative();
        derivative.eval(clipped(t), y, parameters, out, workOf(derivative));
    }

    private Linearisation linearisation() {
        return switches.map(SwitchState::linearisation)
                .orElseGet(() -> problem.linearisation().orElseThrow());
    }

    private double[] workOf(Kernel derivative) {
        if (derivativeWork.length < derivative.workLength()) {
            derivativeWork = new double[derivative.workLength()];
        }
        return derivativeWork;
    }

    /** Whether all of these are numbers of a solution. */
    static boolean isOrdinary(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST)) {
                return false;
            }
        }
        return true;
    }

    /** What is no ordinary number about this state or its rates, for messages; empty if nothing is. */
    Optional<String> notOrdinary(double t, double[] y) {
        double[] slope = new double[y.length];
        kernel.eval(clipped(t), y, parameters, slope, work);
        return first(y, "").or(() -> first(slope, "the derivative of "));
    }

    private Optional<String> first(double[] values, String role) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                return Optional.of(role + settings.name(i) + " is " + values[i]);
            }
        }
        return Optional.empty();
    }
}
