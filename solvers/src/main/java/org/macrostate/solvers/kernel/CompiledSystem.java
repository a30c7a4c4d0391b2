package org.macrostate.solvers.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macrostate.equations.graph.BoundSystem;

/** A system of size n with its kernels, each compiled when it is first asked for; safe to share between threads. */
public final class CompiledSystem {
    /**
     * The largest n with a Jacobian written out entry by entry. Beyond it the entries' program costs more to build than
     * all evaluations of a study save: its size grows with the number of entries, a directional derivative's only with
     * the right-hand side's.
     */
    static final int LARGEST_WRITTEN_JACOBIAN = 400;

    private final BoundSystem bound;
    private final Lazy rightHandSide;
    private final Lazy jacobian;
    private final Lazy timeDerivative;
    private final Lazy observables;
    private final Lazy phases;
    private final Map<List<Integer>, Kernel> parameterDerivatives = new ConcurrentHashMap<>();

    private CompiledSystem(BoundSystem bound) {
        this.bound = bound;
        rightHandSide = new Lazy(() -> KernelCompiler.compile(bound.rightHandSide()));
        jacobian = new Lazy(() -> jacobian(bound));
        timeDerivative = new Lazy(() -> KernelCompiler.compile(bound.timeDerivative()));
        observables = new Lazy(() -> KernelCompiler.compile(bound.observables()));
        phases = new Lazy(() -> KernelCompiler.compile(bound.phases()));
    }

    public static CompiledSystem of(BoundSystem bound) {
        return new CompiledSystem(bound);
    }

    private static Kernel jacobian(BoundSystem bound) {
        return bound.state().length() <= LARGEST_WRITTEN_JACOBIAN
                ? KernelCompiler.compile(bound.jacobian())
                : new ColumnwiseJacobian(KernelCompiler.compile(bound.directionalDerivative()));
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

    /** n·n outputs, row by row: ∂(rate of i)/∂(state element j) at i·n + j. */
    public Kernel jacobian() {
        return jacobian.get();
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
                List.copyOf(positions), p -> KernelCompiler.compile(bound.parameterDerivative(p)));
    }

    /** One output an observable. */
    public Kernel observables() {
        return observables.get();
    }

    /** One output a phase, 1 where its condition holds. */
    public Kernel phases() {
        return phases.get();
    }

    private static final class Lazy {
        private final Supplier<Kernel> compile;
        private volatile @Nullable Kernel kernel;

        Lazy(Supplier<Kernel> compile) {
            this.compile = compile;
        }

        Kernel get() {
            Kernel known = kernel;
            if (known == null) {
                synchronized (this) {
                    known = kernel;
                    if (known == null) {
                        known = compile.get();
                        kernel = known;
                    }
                }
            }
            return known;
        }
    }
}
