package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Once;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BlockTotals;
import org.macrostate.equations.graph.BoundSums;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BatchSize;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.symmetry.SymmetricSubspace;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * What questions are asked of: a problem with its sizes and parameters set. Its system is derived and compiled when that
 * is first asked for. Safe to share between threads.
 */
public final class ModelInstance {
    /** The name of the batch size where it is a parameter without being one of the model. */
    public static final String BATCH = "batch";

    /** As the model says; sums that stand inside of functions have no sizes of their own yet. */
    private final LearningProblem stated;

    private final LearningProblem problem;
    private final Settings settings;
    private final Sizes sizes;
    private final ParameterLayout layout;
    private final double[] parameters;
    private final BlockWeights blocks;
    private final Supplier<OrderParameterSystem> derived;
    private final Supplier<OrderParameterSystem> system;
    private final Supplier<CompiledSystem> compiled;
    private final SymbolicWork symbolic;
    private final Supplier<Map<String, Double>> quadratureErrors = new Once<>(() -> new OtherNodes(this).errors());
    private final Supplier<Optional<OrderParameterSystem>> refined;

    private ModelInstance(
            LearningProblem stated,
            LearningProblem problem,
            Settings settings,
            SymbolicWork symbolic,
            Supplier<OrderParameterSystem> derived) {
        this.symbolic = symbolic;
        this.stated = stated;
        this.problem = problem;
        this.settings = settings;
        this.sizes = Sizes.of(problem, settings.sizes());
        this.layout = new ParameterLayout(problem, sizes);
        this.parameters = layout.with(settings.parameters());
        this.derived = derived;
        this.system = new Once<>(() -> inSubspace(derived.get()));
        this.compiled = new Once<>(() -> symbolic.compile(system(), settings.theory(), sizes));
        this.refined = new Once<>(() -> new OtherNodes(this).refined());
        requirePositiveRates();
        this.blocks = new BlockWeights(this, parameterValues());
    }

    /** Equations of the problem in the subspace that was set, with totals over blocks as observables. */
    OrderParameterSystem inSubspace(OrderParameterSystem whole) {
        return BlockTotals.observed(
                settings.theory()
                        .subspace()
                        .map(alike -> SymmetricSubspace.of(whole, sizes, alike, parameters))
                        .orElse(whole),
                sizes);
    }

    private ModelInstance(ModelInstance like, Settings settings) {
        this.stated = like.stated;
        this.problem = like.problem;
        this.symbolic = like.symbolic;
        this.settings = settings;
        this.sizes = like.sizes;
        this.layout = like.layout;
        this.parameters = layout.with(settings.parameters());
        this.derived = like.derived;
        this.system = like.system;
        this.compiled = like.compiled;
        this.refined = like.refined;
        requirePositiveRates();
        this.blocks = new BlockWeights(this, parameterValues());
    }

    /**
     * A problem with settings of the user's.
     *
     * @throws BadInput if a size or parameter is unknown or out of its domain, or a learning rate is not positive
     */
    public static ModelInstance of(LearningProblem problem, Settings settings) {
        return of(problem, settings, SymbolicWork.DEFAULT);
    }

    /** The same with a limit on the time of symbolic work, or with what was derived before. */
    public static ModelInstance of(LearningProblem problem, Settings settings, SymbolicWork symbolic) {
        Sizes sizes = Sizes.of(problem, settings.sizes());
        LearningProblem bound = BoundSums.in(problem, sizes);
        return new ModelInstance(problem, bound, settings, symbolic, derivation(bound, settings.theory(), symbolic));
    }

    private static Supplier<OrderParameterSystem> derivation(
            LearningProblem problem, Theory theory, SymbolicWork symbolic) {
        return new Once<>(() -> symbolic.derive(problem, theory));
    }

    /**
     * The same problem with equations that were found otherwise, by hand for instance, so that they can be checked against
     * the problem's own SGD.
     *
     * @param equations of the same order parameters
     */
    public ModelInstance withEquations(OrderParameterSystem equations) {
        return new ModelInstance(stated, problem, settings, symbolic.withoutCache(), () -> equations);
    }

    /** The same problem with further settings; what is derived and compiled is kept where it still holds. */
    public ModelInstance with(Settings narrower) {
        Settings both = settings.with(narrower);
        boolean resized = !Sizes.of(stated, both.sizes()).equals(sizes) && !problem.equals(stated);
        if (resized || !both.theory().derivesLike(settings.theory())) {
            return of(stated, both, symbolic);
        }
        boolean same =
                Sizes.of(problem, both.sizes()).equals(sizes) && both.theory().equals(settings.theory());
        return same ? new ModelInstance(this, both) : new ModelInstance(stated, problem, both, symbolic, derived);
    }

    /**
     * This instance with a stated batch size made a parameter called {@value #BATCH}, which starts from what was stated; itself
     * if the model has a parameter of this name, or takes no samples.
     *
     * @throws BadInput if another thing of the model has this name
     */
    public ModelInstance withBatchAsParameter() {
        if (!(problem.batch() instanceof BatchSize.Stated stated)
                || problem.samples().isEmpty()
                || problem.parameter(BATCH).isPresent()) {
            return this;
        }
        if (problem.names().contains(BATCH)) {
            throw new BadInput("'" + BATCH + "' is the name of something else in the model " + problem.name()
                    + "; give it another one, or make the batch size a parameter: 'batch: B' beside 'parameters: {B: {value: "
                    + stated.samples() + ", domain: positive}}'");
        }
        LearningProblem relaxed = problem.withParameters(List.of(new Declaration.Parameter(
                        BATCH,
                        Optional.empty(),
                        List.of((double) stated.samples()),
                        Domain.POSITIVE,
                        "samples averaged in one step, relaxed to a real number")))
                .withBatch(new BatchSize.ByParameter(BATCH));
        return new ModelInstance(
                relaxed, relaxed, settings, symbolic, derivation(relaxed, settings.theory(), symbolic));
    }

    private void requirePositiveRates() {
        for (Declaration.Vectors vectors : problem.vectors()) {
            vectors.rate()
                    .filter(Symbol.class::isInstance)
                    .map(Symbol.class::cast)
                    .ifPresent(this::requirePositive);
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            scalar.rate()
                    .filter(Symbol.class::isInstance)
                    .map(Symbol.class::cast)
                    .ifPresent(this::requirePositive);
        }
    }

    private void requirePositive(Symbol rate) {
        if (rate.kind() == Kind.PARAMETER && rate.indices().isEmpty()) {
            double value = parameters[layout.position(rate.name())];
            if (!(value > 0)) {
                throw new BadInput("learning rate " + rate.name() + " must be positive, was " + value);
            }
        }
    }

    public LearningProblem problem() {
        return problem;
    }

    /** Of the text of the model. */
    public String hash() {
        return stated.hash();
    }

    /** The analysis of a request, made now or kept from an earlier run; what a subspace changes is not kept. */
    public ThresholdAnalysis thresholds(ThresholdRequest request) {
        Theory theory = settings.theory();
        SystemCache cache = theory.subspace().isPresent() ? SystemCache.none() : symbolic.cache();
        return cache.thresholds(problem, theory.derivation(), sizes, request, () -> thresholdsHere(request));
    }

    private ThresholdAnalysis thresholdsHere(ThresholdRequest request) {
        OrderParameterSystem whole = settings.theory().subspace().isPresent() ? derived.get() : system();
        ThresholdsForAnySize any = new ThresholdsForAnySize(whole, sizes, parameters, request);
        return settings.theory()
                .subspace()
                .map(alike -> any.on(alike).orElseGet(() -> Thresholds.of(system(), sizes, request)))
                .orElseGet(any::of);
    }

    /** How long a piece of symbolic work may take. */
    public TimeLimit limit() {
        return symbolic.limit();
    }

    /** What the user set; the rest has the model's defaults. */
    public Settings settings() {
        return settings;
    }

    /** The blocks of the spectra, where there are any. */
    BlockWeights blocks() {
        return blocks;
    }

    public Sizes sizes() {
        return sizes;
    }

    public ParameterLayout layout() {
        return layout;
    }

    /** The parameter vector, a new array at each call. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** All parameters by label. */
    public Map<String, Double> parameterValues() {
        Map<String, Double> values = new LinkedHashMap<>();
        layout.labels().forEach(label -> values.put(label, parameters[layout.position(label)]));
        return values;
    }

    /** The order-parameter equations, in index form. */
    public OrderParameterSystem system() {
        return system.get();
    }

    /**
     * How far numerical integration is off: for each part without a closed form the largest error that is stated at states in
     * general position, these sizes and parameters; none where it is not to be estimated.
     */
    public Map<String, Double> quadratureErrors() {
        return quadratureErrors.get();
    }

    /**
     * The same equations with other quadrature nodes, to tell errors by, or these themselves where their integrals are told to
     * use others; empty where every expectation is a closed form, or errors are not to be estimated.
     */
    Optional<OrderParameterSystem> refined() {
        return refined.get();
    }

    /** The equations with fixed nodes in sums that are written out, for where nothing integrates to an accuracy. */
    public OrderParameterSystem withFixedNodes() {
        return new OtherNodes(this).fixed();
    }

    /** The equations at these sizes, compiled. */
    public CompiledSystem compiled() {
        return compiled.get();
    }

    /** Labels of the order parameters at these sizes, then names of the observables. */
    public List<String> quantities() {
        return Stream.concat(
                        compiled().bound().state().labels().stream(),
                        system().observables().stream().map(Formula::name))
                .toList();
    }
}
