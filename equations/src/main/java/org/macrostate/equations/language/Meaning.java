package org.macrostate.equations.language;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;

/** What a name stands for. Extents say how far the indices it must carry may run; without indices there are none. */
public sealed interface Meaning {
    List<Expression> extents();

    /** A number: size, parameter, scalar, random factor, time, or (of a derived system) order parameter or piece. */
    record Quantity(Kind kind, List<Expression> extents) implements Meaning {
        public Quantity {
            extents = List.copyOf(extents);
        }
    }

    /** A vector in R^N; at most one index. */
    record Vector(List<Expression> extents) implements Meaning {
        public Vector {
            extents = List.copyOf(extents);
        }
    }

    /** The noise of a sample; of a spectrum, in brackets, or isotropic. */
    record Noise() implements Meaning {
        @Override
        public List<Expression> extents() {
            return List.of();
        }
    }

    /** A spectrum, between two vectors or in the brackets of noise. */
    record Spectrum() implements Meaning {
        @Override
        public List<Expression> extents() {
            return List.of();
        }
    }

    /** A sample; with copies, one index. */
    record Sample(List<Expression> extents) implements Meaning {
        public Sample {
            extents = List.copyOf(extents);
        }
    }

    /** A name for a whole expression, which is put in its place. */
    record Defined(Expression value) implements Meaning {
        @Override
        public List<Expression> extents() {
            return List.of();
        }
    }

    /**
     * The declared name of a field, with the index of its vector, then that of its sample.
     *
     * @param vectorIndices how many of the indices are the vector's
     */
    record NamedField(String family, String sample, List<Expression> extents, int vectorIndices) implements Meaning {
        public NamedField {
            extents = List.copyOf(extents);
        }

        /** Whether its sample has copies. */
        boolean isOfCopies() {
            return extents.size() > vectorIndices;
        }
    }

    /**
     * The declared name of an overlap, with the indices of left and right vector.
     *
     * @param inBlocks true if the index of a block stands before them
     */
    record NamedOverlap(String left, String right, List<Expression> extents, int leftIndices, boolean inBlocks)
            implements Meaning {
        public NamedOverlap {
            extents = List.copyOf(extents);
        }

        /** An overlap in all directions. */
        public NamedOverlap(String left, String right, List<Expression> extents, int leftIndices) {
            this(left, right, extents, leftIndices, false);
        }
    }
}
