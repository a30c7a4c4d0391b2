package org.macrostate.solvers.finitesize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.equations.Once;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.Diffusion;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundDiffusion;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.SystemTrajectories;
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
public final class SpreadPrediction {
    /** Beyond this the n² entries written out cost more than their sampling. */
    private static final int LARGEST_CLOSED = 48;

    /** The equation of the covariance takes n³ operations an evaluation. */
    public static final int LARGEST = 400;

    private static final int DRAWS = 2000;

    /** Of integrals without a closed form: a spread is compared with that of a few runs. */
    private static final int DIGITS = 5;

    /** Of the integration in time, where integrals are so accurate. */
    private static final Tolerances OF_SPREADS = new Tolerances(1e-4, 1e-6);

    private final SystemTrajectories theory;
    private final Simulation simulation;
    private final long seed;
    private final Supplier<Optional<Kernel>> closedForm;
    private final Supplier<ObservableSpread> observables;
    /** The system where it has integrals that would be more accurate than a spread is. */
    private final Supplier<Optional<CompiledSystem>> rough;

    /**
     * @param theory at the simulation's parameters
     * @param equations that it was compiled from, and {@code schedules} its parameters that follow time
     * @param seed of what is sampled
     */
    public SpreadPrediction(
            SystemTrajectories theory,
            OrderParameterSystem equations,
            Map<String, Expression> schedules,
            Simulation simulation,
            long seed) {
        this.theory = theory;
        this.simulation = simulation;
        this.seed = seed;
        this.rough = new Once<>(() -> theory.system().rough(DIGITS));
        this.closedForm = new Once<>(() -> diffusion(theory.system(), equations.problem(), schedules));
        this.observables = new Once<>(() -> observables(theory.system(), equations));
    }

    private static Optional<Kernel> diffusion(
            CompiledSystem system, LearningProblem problem, Map<String, Expression> schedules) {
        return system.length() > LARGEST_CLOSED
                ? Optional.empty()
                : Diffusion.inClosedForm(problem)
                        .map(d -> KernelCompiler.compile(BoundDiffusion.program(d, system.bound(), schedules)));
    }

    /**
     * What is predicted.
     *
     * @param closedForm whether the diffusion is
     * @param deviations standard deviations of one run, {@code [time][quantity]}, observables last
     */
    public record Spreads(boolean closedForm, double[][] deviations) {}

    /**
     * The spread of runs of a dimension; empty where the theory does not reach the end, or is too large.
     *
     * @param covariance of √N times the start, n·n; zeros where all runs start alike
     */
    public Optional<Spreads> at(List<Double> times, double[] start, double[] covariance, int dimension) {
        CompiledSystem system = theory.system();
        int n = system.length();
        if (n > LARGEST) {
            return Optional.empty();
        }
        double[] parameters = theory.parameters();
        Optional<Kernel> closed = closedForm.get();
        Optional<Kernel> diffusion = closed.isPresent() ? closed : sampled(start, times.get(times.size() - 1));
        if (diffusion.isEmpty()) {
            return Optional.empty();
        }
        CompiledSystem rough = this.rough.get().orElse(system);
        FluctuationEquation equation =
                new FluctuationEquation(rough.rightHandSide(), rough.jacobian(), diffusion.orElseThrow());
        double[] rows = times.stream().mapToDouble(Double::doubleValue).toArray();
        Trajectory both = Integration.with(this.rough.get().isPresent() ? OF_SPREADS : theory.accuracy())
                .integrate(TrajectoryProblem.fromZero(equation, parameters, equation.start(start, covariance), rows));
        if (!both.completed()) {
            TimeLimit.check(); // what is cut has no spread that does not exist
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

    /** Empty where the theory does not reach the end. */
    private Optional<Kernel> sampled(double[] start, double end) {
        double[] times = SampledDiffusion.times(end);
        Trajectory course = theory.from(start, times);
        if (!course.completed()) {
            return Optional.empty();
        }
        int[] columns = simulation.columns(theory.system().bound().state().labels());
        return Optional.of(SampledDiffusion.along(simulation, columns, times, course.states(), DRAWS, seed));
    }

    private static ObservableSpread observables(CompiledSystem system, OrderParameterSystem equations) {
        return new ObservableSpread(
                system.observables(),
                KernelCompiler.compile(system.bound().observablesGradient()),
                equations.observables().stream()
                        .map(Formula::value)
                        .map(SpreadPrediction::hasKink)
                        .toList());
    }

    private static boolean hasKink(Expression e) {
        boolean here = e instanceof Apply a
                && switch (a.function()) {
                    case ABS, SIGN, UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, IF, BEST_PAIRING, NUCLEAR_NORM -> true;
                    case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, LESS -> false;
                    case LESS_EQUAL, EQUAL, AND, OR, NOT, VARIANCE_INVERSE, VARIANCE_ROOT -> false;
                    case VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN -> false;
                    case PAIRED_SUM, POLAR_SUM, STOP_GRADIENT, MEAN -> false;
                };
        return here || e.children().stream().anyMatch(SpreadPrediction::hasKink);
    }
}
