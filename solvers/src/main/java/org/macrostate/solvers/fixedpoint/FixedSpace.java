package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.macrostate.equations.Once;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.RestrictedKernels;
import org.macrostate.solvers.nonlinear.Spectrum;

/**
 * The states that some symmetries keep, in orthonormal coordinates, and what the Jacobian is there: its entries are equal or
 * opposite in orbits of pairs, and it is block-diagonal in coordinates of the whole space that follow from the symmetries alone
 * (Golubitsky, Stewart and Schaeffer, "Singularities and Groups in Bifurcation Theory II", chapters XII and XIII). Immutable.
 */
public final class FixedSpace {
    /** Coordinates in which larger Jacobians are block-diagonal take longer to find than their eigenvalues. */
    private static final int LARGEST_IN_BLOCKS = 128;

    private final InvariantSubspace inside;
    private final PairOrbits pairs;
    private final Once<Optional<IsotypicBlocks>> blocks;

    private FixedSpace(InvariantSubspace inside, PairOrbits pairs) {
        this.inside = inside;
        this.pairs = pairs;
        this.blocks = new Once<>(
                () -> pairs.n() <= LARGEST_IN_BLOCKS ? Optional.of(IsotypicBlocks.of(pairs)) : Optional.empty());
    }

    /** Empty if symmetries keep all states, or only zero. */
    static Optional<FixedSpace> of(List<SignedPermutation> keeping, double[] state) {
        return InvariantSubspace.of(state, keeping)
                .map(inside -> new FixedSpace(inside, PairOrbits.of(keeping, state.length)));
    }

    /** How many coordinates. */
    public int dimension() {
        return inside.dimension();
    }

    /** Of a state in it; distances are those of states. */
    public double[] coordinates(double[] state) {
        return inside.coordinates(state);
    }

    /** The state with these coordinates. */
    public double[] state(double[] coordinates) {
        return inside.state(coordinates);
    }

    /** The state in it that is nearest to one. */
    public double[] projected(double[] state) {
        return inside.projected(state);
    }

    /** Whether a state lies in it, up to rounding. */
    public boolean contains(double[] state) {
        return inside.contains(state);
    }

    /** Of a Jacobian n·n at a state in it, what acts on its coordinates; row by row. */
    public double[] restricted(double[] jacobian) {
        return inside.restricted(jacobian);
    }

    /**
     * Eigenvalues of a Jacobian at a state in it by falling real part, block by block: those of a block that occurs several times
     * are equal to the last digit.
     *
     * @param jacobian n·n, row by row; not modified
     */
    public List<Complex> spectrum(double[] jacobian) {
        Optional<IsotypicBlocks> found = blocks.get();
        if (found.isEmpty()) {
            return Spectrum.of(jacobian, pairs.n());
        }
        List<Complex> values = new ArrayList<>();
        for (IsotypicBlocks.Block block : found.get().all()) {
            Spectrum.of(block.of(jacobian), block.rows().length)
                    .forEach(value -> values.addAll(Collections.nCopies(block.times(), value)));
        }
        return Spectrum.falling(values);
    }

    /** Kernels of a system for the states in it; empty where there are none. */
    public Optional<Kernels> kernels(CompiledSystem system, List<Integer> positions) {
        int[] entries = RestrictedKernels.notZero(system, pairs.representatives());
        int[] output = new int[pairs.n() * pairs.n()];
        Arrays.fill(output, -1);
        for (int k = 0; k < entries.length; k++) {
            output[entries[k]] = k;
        }
        int[] first = Arrays.copyOf(inside.first(), inside.dimension());
        return RestrictedKernels.of(system, inside.place(), inside.sign(), first, entries, positions)
                .map(kernels -> new Kernels(kernels, output));
    }

    /** A system's kernels with what their outputs are. */
    public final class Kernels {
        private final RestrictedKernels kernels;
        private final int[] output;

        private Kernels(RestrictedKernels kernels, int[] output) {
            this.kernels = kernels;
            this.output = output;
        }

        /** Whose states they are for. */
        public FixedSpace space() {
            return FixedSpace.this;
        }

        /** Numbers of scratch memory. */
        public int workLength() {
            return Math.max(
                    kernels.rates().workLength(),
                    Math.max(kernels.entries().workLength(), kernels.slopes().workLength()));
        }

        /** Rates in coordinates. */
        public double[] rates(double[] coordinates, double[] parameters, double[] work) {
            return lengthened(kernels.rates(), coordinates, parameters, work);
        }

        /** Derivatives of the rates by the parameters that move, in coordinates. */
        public double[] slopes(double[] coordinates, double[] parameters, double[] work) {
            return lengthened(kernels.slopes(), coordinates, parameters, work);
        }

        private double[] lengthened(Kernel kernel, double[] coordinates, double[] parameters, double[] work) {
            double[] out = new double[inside.dimension()];
            kernel.eval(0, inside.numbers(coordinates), parameters, out, work);
            for (int k = 0; k < out.length; k++) {
                out[k] *= inside.length()[k];
            }
            return out;
        }

        /** The whole Jacobian, n·n. */
        public double[] jacobian(double[] coordinates, double[] parameters, double[] work) {
            double[] entries = new double[kernels.entries().outputLength()];
            kernels.entries().eval(0, inside.numbers(coordinates), parameters, entries, work);
            double[] jacobian = new double[output.length];
            for (int pair = 0; pair < jacobian.length; pair++) {
                int orbit = pairs.representative()[pair];
                int k = orbit < 0 ? -1 : output[orbit];
                jacobian[pair] = k < 0 ? 0 : pairs.sign()[pair] * entries[k];
            }
            return jacobian;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FixedSpace space
                && Arrays.equals(space.inside.place(), inside.place())
                && Arrays.equals(space.inside.sign(), inside.sign())
                && Arrays.equals(space.pairs.representative(), pairs.representative());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(inside.place()) + Arrays.hashCode(inside.sign());
    }
}
