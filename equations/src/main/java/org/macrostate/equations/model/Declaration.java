package org.macrostate.equations.model;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.VectorTerm;

/** What a model declares under a name, a record for each section of the file. */
public sealed interface Declaration {
    /** The indices of a copy in its learning rate, in their order, as in {@code tau[k]}. */
    List<String> RATE_INDICES = List.of("k", "l");

    String name();

    /**
     * A number of copies, at least 1.
     *
     * @param value the default
     * @param countsSamples whether it is the number of copies of a sample: these are written out when the model is read,
     *     so that it cannot be replaced afterwards
     * @param bound whether the equations are to hold for this number only
     */
    record Size(String name, int value, boolean countsSamples, boolean bound) implements Declaration {
        /** Equations hold for any number, as far as it does not count samples. */
        public Size(String name, int value, boolean countsSamples) {
            this(name, value, countsSamples, false);
        }

        /** Of copies of anything but samples. */
        public Size(String name, int value) {
            this(name, value, false);
        }
    }

    /**
     * A constant the user sets.
     *
     * @param copies how many there are, or empty for a single one without index
     * @param values the default of each copy, or one for all
     */
    record Parameter(String name, Optional<Expression> copies, List<Double> values, Domain domain, String about)
            implements Declaration {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * The eigenvalues of a sample's noise, in blocks of directions with one eigenvalue each.
     *
     * @param blocks how many blocks there are; the same for all spectra of a model
     * @param block the index that value and weight are expressions in
     * @param value the eigenvalue on a block, in parameters and random factors
     * @param weight the fraction of the directions that a block has, in parameters; the same for all spectra
     */
    record Spectrum(String name, Expression blocks, Index block, Expression value, Expression weight)
            implements Declaration {
        public Expression valueAt(IndexTerm place) {
            return at(value, place);
        }

        public Expression weightAt(IndexTerm place) {
            return at(weight, place);
        }

        private Expression at(Expression expression, IndexTerm place) {
            return Substitution.index(block, place).in(expression);
        }
    }

    /**
     * A family of vectors in R^N: either fixed, with known overlaps among them, or trained.
     *
     * @param copies extents of its indices: none of a single one, one, or two where there are groups of copies
     * @param fixed overlaps of a fixed family, an expression in the indices of two of them
     * @param rate learning rate of a trained family under a loss, in the indices of its copies, {@link #RATE_INDICES}; negative
     *     for ascent; empty under an update rule
     * @param share of a fixed family's overlaps in each block of the spectra, in the block's index; of a trained family one where it
     *     has a part and zero elsewhere, empty if it has one in all; empty without spectra
     * @param norm |w|/√N to which a single trained vector is scaled after every step; empty if it is not
     */
    record Vectors(
            String name,
            List<Expression> copies,
            Optional<FixedOverlaps> fixed,
            Optional<Expression> rate,
            Optional<Expression> share,
            Optional<Expression> norm)
            implements Declaration {
        public Vectors {
            copies = List.copyOf(copies);
        }

        /** In a model without spectra, of any length. */
        public Vectors(String name, List<Expression> copies, Optional<FixedOverlaps> fixed, Optional<Expression> rate) {
            this(name, copies, fixed, rate, Optional.empty(), Optional.empty());
        }

        /** The overlap with itself of a vector whose norm is kept. */
        public Optional<Expression> squaredNorm() {
            return norm.map(n -> Power.of(n, 2));
        }

        public boolean isTrained() {
            return fixed.isEmpty();
        }

        /** New indices of a copy. */
        public List<Index> indices() {
            return copies.stream().map(Fresh::index).toList();
        }

        /** The copy at these places. */
        public VectorTerm at(List<? extends IndexTerm> places) {
            return new VectorTerm(name, List.copyOf(places));
        }
    }

    /**
     * A trained number of order one, moving by rate/N a step; in a {@code flow} model simply a state variable.
     *
     * @param copies extents of its indices: none, one, or two of a matrix
     * @param start where it starts if a run does not say otherwise
     */
    record Scalar(
            String name, List<Expression> copies, Optional<Expression> rate, Optional<Double> start, Domain domain)
            implements Declaration {
        public Scalar {
            copies = List.copyOf(copies);
        }
    }

    /** A random factor, drawn afresh at every step. */
    record Random(String name, Optional<Expression> copies, Law law) implements Declaration {}

    /**
     * A sample {@code Σ coefficient vector/√N + noise · n} with n ~ N(0, I_N), its own for each sample.
     *
     * @param noise amplitude of the noise; zero if there is none
     * @param spectrum of the noise; empty if it is isotropic
     */
    record Sample(String name, List<SampleTerm> terms, Expression noise, Optional<String> spectrum)
            implements Declaration {
        public Sample {
            terms = List.copyOf(terms);
        }
    }

    /** A field's name: {@code name[k] = family[k] . sample}. */
    record FieldName(String name, String family, String sample) implements Declaration {}

    /** An overlap's name: {@code name[k,a] = left[k] . right[a]}. */
    record OrderName(String name, String left, String right) implements Declaration {}

    /** A function of order parameters; {@code Mean[...]} in it is the expectation over a fresh sample. */
    record Observable(String name, Expression value) implements Declaration {}

    /** A named candidate fixed point; an order parameter that is missing is solved for. */
    record NamedState(String name, List<StateValue> values) implements Declaration {
        public NamedState {
            values = List.copyOf(values);
        }
    }

    /** A condition on a stable fixed point; the first that holds names its phase. */
    record Phase(String name, Expression condition) implements Declaration {}
}
