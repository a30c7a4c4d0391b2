package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Once;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.kernel.BatchKernel;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.KernelCompiler;

/**
 * One-pass SGD of a model in R^N, compiled from its loss or update. Immutable; runs may be made on any thread.
 *
 * <p>At each step {@code batch} fresh draws of all samples are averaged; time is t = steps / N.
 */
public final class Simulation {
    private static final long LONGEST = 1_000_000_000_000L;
    private static final int CHUNK = 1024;

    private final BoundModel model;
    private final double[] parameters;
    private final Supplier<Kernel> overlapStep;
    private final Supplier<Optional<BatchKernel>> batchStep;

    private Simulation(BoundModel model, double[] parameters) {
        this.model = model;
        this.parameters = parameters;
        this.overlapStep = new Once<>(
                () -> KernelCompiler.compile(OverlapStep.program(model, InitialGramMatrix.fixed(model, parameters))));
        this.batchStep = new Once<>(() -> batchStep(model, parameters));
    }

    private static Optional<BatchKernel> batchStep(BoundModel model, double[] parameters) {
        if (!OverlapStep.suits(model)) {
            return Optional.empty();
        }
        Program step = OverlapStep.regularProgram(model, InitialGramMatrix.fixed(model, parameters));
        return BatchKernel.suits(step) ? Optional.of(BatchKernel.compile(step)) : Optional.empty();
    }

    /**
     * Binds sizes and parameters and compiles the step.
     *
     * @param values parameters by name that differ from their defaults
     * @param schedules parameters that follow an expression in time; their own symbol in it is their value
     * @throws BadInput if a name is unknown, a value outside its domain, or the model states no learning rule
     */
    public static Simulation of(
            LearningProblem problem, Sizes sizes, Map<String, Double> values, Map<String, Expression> schedules) {
        BoundModel model = BoundModel.of(problem, sizes, schedules);
        return new Simulation(model, model.parameters().with(values));
    }

    /** The columns of a run: overlaps that move and trained scalars, labelled as in the theory's state. */
    public List<String> labels() {
        return model.columns().labels();
    }

    /**
     * The columns of a run that hold these order parameters, by their labels in the theory's state.
     *
     * @throws BadInput if one of them is no column
     */
    public int[] columns(List<String> labels) {
        return labels.stream().mapToInt(model.columns()::position).toArray();
    }

    /**
     * The law of one step at a given state in the limit of large N: mean and covariance of the increments of all
     * columns, by sampling. The mean is what the theory's right-hand side has to be, free of any finite-N bias.
     *
     * @param state one value a column, overlaps of real vectors
     * @param draws how many steps are sampled, at least 2
     */
    public StepLaw stepLaw(double t, double[] state, int draws, long seed) {
        return StepLaw.sample(model, parameters, t, state, draws, seed);
    }

    /**
     * Mean and spread of the columns at a start.
     *
     * @throws BadInput if the start is none of this model
     */
    public StartMoments startMoments(Start start) {
        return StartMoments.of(model, parameters, start);
    }

    /** The number of vectors, fixed and trained: the smallest dimension there can be. */
    public int vectors() {
        return model.vectors().count();
    }

    /**
     * Makes one run.
     *
     * @throws BadInput if the start is none of this model or of no vectors, or N smaller than the number of vectors
     */
    public Run run(RunSettings settings, int dimension, int index) {
        return run(settings, dimension, index, steps -> true);
    }

    /**
     * Makes one run.
     *
     * @param goOn is told, some thousand steps apart, how many were made since; if it denies, the run ends there
     */
    public Run run(RunSettings settings, int dimension, int index, LongPredicate goOn) {
        OverlapProcess walk = walk(settings, dimension, index);
        List<double[]> states = new ArrayList<>();
        ScalarDomains domains = ScalarDomains.of(model);
        for (double t : settings.times()) {
            long target = steps(t, dimension);
            while (walk.steps() < target) {
                long before = walk.steps();
                if (!domains.advance(walk, Math.min(target, before + CHUNK))) {
                    return new Run(dimension, index, states, new Run.Diverged(walk.time()));
                }
                Optional<String> left = domains.leftBy(walk);
                if (left.isPresent()) {
                    return new Run(dimension, index, states, new Run.LeftDomain(walk.time(), left.get()));
                }
                if (!goOn.test(walk.steps() - before)) {
                    return new Run(dimension, index, states, new Run.Interrupted(walk.time()));
                }
            }
            states.add(model.columns().observe(walk));
        }
        return new Run(dimension, index, states, new Run.Completed());
    }

    /**
     * How many runs with these settings are made at once the fastest: 1 if there is no gain in several.
     *
     * <p>The overlap process of a small model moves 64 runs by vector instructions.
     */
    public int runsAtOnce(RunSettings settings) {
        return settings.reduced() && batchStep.get().isPresent() ? BatchOverlapProcess.LANES : 1;
    }

    /**
     * Makes runs side by side: the same as {@link #run} makes of each.
     *
     * @param indices of the runs, at most {@link #runsAtOnce}
     * @param goOn is told, some thousand steps apart, how many were made since, of all runs; if it denies, the runs end there
     */
    public List<Run> runs(RunSettings settings, int dimension, int[] indices, LongPredicate goOn) {
        if (indices.length > runsAtOnce(settings)) {
            throw new IllegalArgumentException(
                    indices.length + " runs at once, at most " + runsAtOnce(settings) + " are made side by side");
        }
        if (indices.length == 1) {
            return List.of(run(settings, dimension, indices[0], goOn));
        }
        BatchOverlapProcess process = batch(settings, dimension, indices);
        List<List<double[]>> states = new ArrayList<>();
        for (int lane = 0; lane < indices.length; lane++) {
            states.add(new ArrayList<>());
        }
        boolean goesOn = true;
        for (double t : settings.times()) {
            long target = steps(t, dimension);
            while (goesOn && process.running() > 0 && process.steps() < target) {
                long before = process.steps();
                int running = process.running();
                process.advance(Math.min(target, before + CHUNK));
                goesOn = goOn.test((process.steps() - before) * running);
            }
            for (int lane = 0; goesOn && lane < indices.length; lane++) {
                if (process.ended(lane).isEmpty()) {
                    states.get(lane).add(model.columns().observe(process.overlaps(lane)));
                }
            }
        }
        List<Run> runs = new ArrayList<>();
        for (int lane = 0; lane < indices.length; lane++) {
            Run.Outcome otherwise = goesOn ? new Run.Completed() : new Run.Interrupted(process.time());
            runs.add(new Run(
                    dimension,
                    indices[lane],
                    states.get(lane),
                    process.ended(lane).orElse(otherwise)));
        }
        return runs;
    }

    private BatchOverlapProcess batch(RunSettings settings, int dimension, int[] indices) {
        StartState start = new StartState(model, parameters, dimension, settings.start());
        Draws[] draws = new Draws[indices.length];
        for (int lane = 0; lane < draws.length; lane++) {
            draws[lane] = new Draws(Seeds.of(settings.seed(), dimension, indices[lane], true));
        }
        BatchOverlapProcess process = new BatchOverlapProcess(
                model, batchStep.get().orElseThrow(), overlapStep.get(), draws, parameters, dimension);
        double[] gram = {};
        for (int lane = 0; lane < BatchOverlapProcess.LANES; lane++) {
            gram = lane < draws.length ? start.overlaps(draws[lane]) : gram;
            process.start(lane, gram, start.scalars());
        }
        return process;
    }

    /**
     * The step nearest to a time.
     *
     * @throws BadInput if that is beyond 10¹²
     */
    static long steps(double t, int dimension) {
        double steps = t * dimension;
        if (!(steps <= LONGEST)) {
            throw new BadInput("t = " + t + " at dimension " + dimension + " takes more than 10^12 steps");
        }
        return Math.round(steps);
    }

    private OverlapProcess walk(RunSettings settings, int dimension, int index) {
        StartState start = new StartState(model, parameters, dimension, settings.start());
        Draws draws = new Draws(Seeds.of(settings.seed(), dimension, index, settings.reduced()));
        int samples = model.inputs().sampleCount();
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        if (settings.reduced()) {
            double[] gram = start.overlaps(draws);
            if (OverlapStep.suits(model)) {
                return new CompiledOverlapProcess(
                        model, overlapStep.get(), draws, parameters, dimension, gram, start.scalars());
            }
            List<Microstate> laws = new ArrayList<>();
            for (int directions : start.directions().counts()) {
                laws.add(new OverlapLaw(dimension, directions, r, r - fixed, samples, model.batch(parameters), draws));
            }
            return new OverlapChain(model, laws, draws, parameters, dimension, gram, start.scalars());
        }
        checkMemory(dimension, settings.optimizer() instanceof Optimizer.Sgd ? 1 : 4);
        List<Microstate> blocks = new ArrayList<>();
        for (int b = 0; b < model.blocks(); b++) {
            blocks.add(vectors(start.vectors(b, draws), start.directions().counts()[b], dimension, settings, draws));
        }
        double[] gram = InitialGramMatrix.fixed(model, parameters);
        OverlapChain.measure(blocks, gram);
        return new OverlapChain(model, blocks, draws, parameters, dimension, gram, start.scalars());
    }

    private Microstate vectors(double[][] vectors, int length, int dimension, RunSettings settings, Draws draws) {
        int fixed = model.vectors().fixed();
        int samples = model.inputs().sampleCount();
        if (settings.inSinglePrecision()) {
            return new FloatVectors(dimension, length, fixed, vectors, samples, model.batch(parameters), draws);
        }
        return settings.optimizer() instanceof Optimizer.Sgd
                ? new RealVectors(dimension, length, fixed, vectors, samples, model.batch(parameters), draws)
                : new OptimizedVectors(
                        dimension,
                        length,
                        fixed,
                        vectors,
                        samples,
                        model.inputs().scalarCount(),
                        settings.optimizer(),
                        draws);
    }

    /** @param copies of each trained vector: with an optimizer, its step and its memory */
    private void checkMemory(int dimension, int copies) {
        int trained = copies * model.vectors().trained();
        int collected = model.batch(parameters) > 1 ? trained : 0;
        double bytes = 8.0 * dimension * (trained + collected + model.inputs().sampleCount());
        double most = Runtime.getRuntime().maxMemory() / 2.0;
        if (bytes > most) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "the vectors of one run at dimension %d need %.1f GB, more than half of the memory (%.1f GB in all);"
                            + " the exact overlap process (reduced) has the same law at any dimension",
                    dimension,
                    bytes / 1e9,
                    2 * most / 1e9));
        }
    }
}
