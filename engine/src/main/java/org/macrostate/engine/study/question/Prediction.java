package org.macrostate.engine.study.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.equations.derive.Diffusion;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.graph.BoundDiffusion;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.finitesize.FluctuationEquation;
import org.macrostate.solvers.finitesize.ObservableSpread;
import org.macrostate.solvers.finitesize.SampledDiffusion;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;
import org.macrostate.solvers.sgd.Simulation;

/**
 * The spread that finite-N runs should have around the theory, from the theory itself. The diffusion is in closed form
 * where its moments have one and the system is small; else it is sampled from the model's own steps.
 */
final class Prediction {
    /** Beyond this the n² entries written out cost more than their sampling. */
    private static final int LARGEST_CLOSED = 48;

    /** The equation of the covariance takes n³ operations an evaluation. */
    static final int LARGEST = 400;

    private static final int DRAWS = 2000;

    private final Subject subject;
    private final CompiledSystem system;
    private final Simulation simulation;
    private final Tolerances accuracy;
    private final long seed;
    private final Supplier<Optional<Kernel>> closedForm;
    private final Supplier<ObservableSpread> observables;

    /**
     * @param system the theory, with its schedules
     * @param schedules the same ones
     */
    Prediction(
            Subject subject,
            CompiledSystem system,
            Map<String, Expression> schedules,
            Simulation simulation,
            Tolerances accuracy,
            long seed) {
        this.subject = subject;
        this.system = system;
        this.simulation = simulation;
        this.accuracy = accuracy;
        this.seed = seed;
        this.closedForm = new Once<>(() -> system.length() > LARGEST_CLOSED
                ? Optional.empty()
                : Diffusion.inClosedForm(subject.problem())
                        .map(d -> KernelCompiler.compile(BoundDiffusion.program(d, system.bound(), schedules))));
        this.observables = new Once<>(() -> observables(subject, system));
    }

    /**
     * What is predicted.
     *
     * @param closedForm whether the diffusion is
     * @param deviations standard deviations of one run, {@code [time][quantity]}, observables last
     */
    record Spreads(boolean closedForm, double[][] deviations) {}

    /**
     * The spread of runs of a dimension; empty where the theory does not reach the end, or is too large.
     *
     * @param covariance of √N times the start, n·n; zeros where all runs start alike
     */
    Optional<Spreads> at(List<Double> times, double[] start, double[] covariance, int dimension) {
        int n = system.length();
        if (n > LARGEST) {
            return Optional.empty();
        }
        double[] parameters = subject.parameters();
        Optional<Kernel> closed = closedForm.get();
        if (closed.isEmpty() && !course(start, times.get(times.size() - 1)).completed()) {
            return Optional.empty();
        }
        Kernel diffusion = closed.orElseGet(() -> sampled(start, times.get(times.size() - 1)));
        FluctuationEquation equation = new FluctuationEquation(system.rightHandSide(), system.jacobian(), diffusion);
        double[] rows = times.stream().mapToDouble(Double::doubleValue).toArray();
        Trajectory both = Integration.with(accuracy)
                .integrate(TrajectoryProblem.fromZero(equation, parameters, equation.start(start, covariance), rows));
        if (!both.completed()) {
            return Optional.empty();
        }
        ObservableSpread spread = observables.get();
        double[][] deviations = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] state = java.util.Arrays.copyOf(both.states()[i], n);
            double[] sigma = equation.covariance(both.states()[i]);
            double[] observed = spread.at(rows[i], state, sigma, dimension, parameters);
            deviations[i] = new double[n + observed.length];
            for (int k = 0; k < n; k++) {
                deviations[i][k] = Math.sqrt(Math.max(0, sigma[k * n + k]) / dimension);
            }
            System.arraycopy(observed, 0, deviations[i], n, observed.length);
        }
        return Optional.of(new Spreads(closed.isPresent(), deviations));
    }

    private Kernel sampled(double[] start, double end) {
        Map<Double, double[]> known = new HashMap<>();
        return SampledDiffusion.along(
                simulation,
                simulation.columns(system.bound().state().labels()),
                t -> known.computeIfAbsent(t, at -> course(start, at).states()[0]),
                end,
                DRAWS,
                seed);
    }

    private Trajectory course(double[] start, double... times) {
        return Integration.with(accuracy)
                .integrate(TrajectoryProblem.fromZero(system.rightHandSide(), subject.parameters(), start, times));
    }

    private static ObservableSpread observables(Subject subject, CompiledSystem system) {
        return new ObservableSpread(
                system.observables(),
                KernelCompiler.compile(system.bound().observablesGradient()),
                subject.system().observables().stream()
                        .map(Formula::value)
                        .map(Prediction::hasKink)
                        .toList());
    }

    private static boolean hasKink(Expression e) {
        boolean here = e instanceof Apply a
                && switch (a.function()) {
                    case ABS, SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, IF -> true;
                    default -> false;
                };
        return here || e.children().stream().anyMatch(Prediction::hasKink);
    }
}
