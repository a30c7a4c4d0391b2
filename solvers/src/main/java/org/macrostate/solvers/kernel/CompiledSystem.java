package org.macrostate.solvers.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.macrostate.equations.Once;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GaussianIntegral;
import org.macrostate.equations.graph.LoopSystem;
import org.macrostate.equations.graph.ParameterHoisting;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.StateSwitches;
import org.macrostate.equations.graph.TimeDependence;

/** A system of size n with its kernels, each compiled when it is first asked for; safe to share between threads. */
public final class CompiledSystem {
    /**
     * The largest n with a Jacobian written out entry by entry. Beyond it the entries' program costs more to build than
     * all evaluations of a study save: its size grows with the number of entries, a directional derivative's only with
     * the right-hand side's.
     */
    static final int LARGEST_WRITTEN_JACOBIAN = 400;

    private final BoundSystem bound;
    private final UnaryOperator<Program> as;
    private final StateUnits units;
    private final Once<Kernel> rightHandSide;
    private final Once<Optional<ParameterHoisting>> hoisting;
    private final Once<Kernel> once;
    private final Once<Kernel> rest;
    private final Once<Kernel> jacobian;
    private final Once<Kernel> timeDerivative;
    private final Once<TimeDependence> time;
    private final Once<Optional<SwitchKernels>> switches;
    private final Once<Kernel> observables;
    private final Once<Kernel> phases;
    private final Map<List<Integer>, Kernel> parameterDerivatives = new ConcurrentHashMap<>();
    private final Map<List<Integer>, Program> derivativePrograms = new ConcurrentHashMap<>();

    private CompiledSystem(BoundSystem bound, UnaryOperator<Program> as, StateUnits units) {
        this.bound = bound;
        this.as = as;
        this.units = units;
        rightHandSide = new Once<>(() -> inUnits(rightHandSide(bound, as), units.ofRates()));
        hoisting = new Once<>(() ->
                bound.loops().isPresent() ? Optional.empty() : ParameterHoisting.of(as.apply(bound.rightHandSide())));
        once = new Once<>(
                () -> KernelCompiler.compile(hoisting.get().orElseThrow().once()));
        rest = new Once<>(
                () -> KernelCompiler.compile(hoisting.get().orElseThrow().rest()));
        jacobian = new Once<>(() -> inUnits(jacobian(bound, as), units.ofJacobian()));
        timeDerivative = new Once<>(() -> inUnits(timeDerivative(bound, as), units.ofRates()));
        time = new Once<>(() -> TimeDependence.of(
                bound.loops().map(LoopSystem::schedule).orElseGet(() -> as.apply(bound.rightHandSide()))));
        switches = new Once<>(() -> switches(bound, as));
        observables = new Once<>(
                () -> ofState(formulas(bound, bound.system().observables(), () -> as.apply(bound.observables()))));
        phases = new Once<>(() -> ofState(formulas(bound, bound.system().phases(), () -> as.apply(bound.phases()))));
    }

    public static CompiledSystem of(BoundSystem bound) {
        return new CompiledSystem(
                bound, UnaryOperator.identity(), StateUnits.one(bound.state().length()));
    }

    /**
     * The same system with states and rates in other units, for solvers of equations at time 0; what {@link #bound()} says
     * of starts and named states stays in the flow's own.
     */
    public CompiledSystem in(StateUnits others) {
        return new CompiledSystem(bound, as, others);
    }

    /** Of its states and rates. */
    public StateUnits units() {
        return units;
    }

    private Kernel inUnits(Kernel kernel, double[] factors) {
        return units.isOne() ? kernel : new KernelInUnits(kernel, units, factors);
    }

    private Kernel ofState(Kernel kernel) {
        return units.isOne() ? kernel : KernelInUnits.ofState(kernel, units);
    }

    /**
     * The same system with its integrals to fewer digits, for a search whose results are then corrected by the system
     * itself; empty where it has none, or none to more digits. Derivatives by parameters stay as accurate as they were.
     *
     * @param digits of accuracy
     */
    public Optional<CompiledSystem> rough(int digits) {
        return bound.loops().isEmpty() && GaussianIntegral.isIn(as.apply(bound.rightHandSide()), digits)
                ? Optional.of(new CompiledSystem(bound, program -> GaussianIntegral.rougher(program, digits), units))
                : Optional.empty();
    }

    /** One of its programs, with integrals as accurate as this system's are. */
    Program program(Program whole) {
        return as.apply(whole);
    }

    private static Kernel formulas(BoundSystem bound, List<Formula> formulas, Supplier<Program> written) {
        return bound.loops()
                .filter(loops -> LoopSystem.allows(formulas))
                .<Kernel>map(loops -> LoopKernel.of(loops.formulas(formulas)))
                .orElseGet(() -> KernelCompiler.compile(written.get()));
    }

    private static Kernel rightHandSide(BoundSystem bound, UnaryOperator<Program> as) {
        return bound.loops()
                .<Kernel>map(loops -> LoopKernel.of(loops.rightHandSide()))
                .orElseGet(() -> KernelCompiler.compile(as.apply(bound.rightHandSide())));
    }

    /** Jumps of a family in a loop are many, and each is small: they are left to error control. */
    private static Optional<SwitchKernels> switches(BoundSystem bound, UnaryOperator<Program> as) {
        return bound.loops().isPresent()
                ? Optional.empty()
                : StateSwitches.of(as.apply(bound.rightHandSide()))
                        .map(s -> SwitchKernels.of(
                                s, bound.state().labels(), bound.parameters().labels()));
    }

    private static Kernel timeDerivative(BoundSystem bound, UnaryOperator<Program> as) {
        return bound.loops()
                .<Kernel>map(loops -> LoopKernel.of(loops.timeDerivative()))
                .orElseGet(() -> KernelCompiler.compile(as.apply(bound.timeDerivative())));
    }

    private static Kernel jacobian(BoundSystem bound, UnaryOperator<Program> as) {
        if (bound.loops().isPresent()) {
            return new ColumnwiseJacobian(LoopKernel.of(bound.loops().get().directionalDerivative()));
        }
        return bound.state().length() <= LARGEST_WRITTEN_JACOBIAN
                ? KernelCompiler.compile(as.apply(bound.jacobian()))
                : new ColumnwiseJacobian(KernelCompiler.compile(as.apply(bound.directionalDerivative())));
    }

    /** Names and places of state and parameters. */
    public BoundSystem bound() {
        return bound;
    }

    /** n. */
    public int length() {
        return bound.state().length();
    }

    /** n outputs: time derivatives. */
    public Kernel rightHandSide() {
        return rightHandSide.get();
    }

    /**
     * The right-hand side at one parameter point, with what depends on parameters only worked out now where that is worth
     * it.
     *
     * @param at copied; the kernel then ignores the parameters it is given
     */
    public Kernel rightHandSide(double[] at) {
        Optional<ParameterHoisting> cut = hoisting.get();
        return cut.isEmpty() || !units.isOne() ? rightHandSide() : new PreparedKernel(once.get(), rest.get(), at);
    }

    /** n·n outputs, row by row: ∂(rate of i)/∂(state element j) at i·n + j. */
    public Kernel jacobian() {
        return jacobian.get();
    }

    /**
     * n outputs: the Jacobian times a direction, from a state of 2n elements, the state and the direction; empty where the
     * Jacobian is computed as a whole, which then takes less time than a few directions do, or states have other units.
     */
    public Optional<Kernel> directionalDerivative() {
        return jacobian.get() instanceof ColumnwiseJacobian columns
                ? Optional.of(columns.directional())
                : Optional.empty();
    }

    /** n outputs: ∂(rate of i)/∂t at a fixed state; zeros unless a schedule or the model's flow contains t. */
    public Kernel timeDerivative() {
        return timeDerivative.get();
    }

    /**
     * n outputs: derivatives of the rates by parameters that move together. Compiled at the first call for the same ones.
     *
     * @param positions of these parameters in the parameter vector
     */
    public Kernel parameterDerivative(List<Integer> positions) {
        return parameterDerivatives.computeIfAbsent(
                List.copyOf(positions),
                p -> inUnits(KernelCompiler.compile(parameterDerivativeProgram(p)), units.ofRates()));
    }

    /** In the flow's own units. */
    Program parameterDerivativeProgram(List<Integer> positions) {
        return derivativePrograms.computeIfAbsent(List.copyOf(positions), bound::parameterDerivative);
    }

    /** What the rates contain of time: breaks and fast changes, of schedules and of the model's flow. */
    public TimeDependence timeDependence() {
        return time.get();
    }

    /** The jumps of the rates in the state; empty if there are none. */
    public Optional<SwitchKernels> switches() {
        return switches.get();
    }

    /** One output an observable. */
    public Kernel observables() {
        return observables.get();
    }

    /** One output a phase, 1 where its condition holds. */
    public Kernel phases() {
        return phases.get();
    }
}
