package org.macrostate.equations.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * What names mean where an expression stands. The same text can be read as a statement about vectors (overlaps) or about a
 * derived system (order parameters).
 */
public interface Scope {
    /**
     * The meaning of a name, or empty if it is not declared.
     *
     * @throws org.macrostate.equations.BadInput if the name is declared but must not be used here; says why
     */
    Optional<Meaning> meaning(String name);

    /** All names that may be used here, to suggest the nearest one in a message. */
    Collection<String> names();

    /** The overlap of two vectors. */
    Expression overlap(VectorTerm left, VectorTerm right);

    /** The share of an overlap in one block of the spectra. */
    default Expression overlap(VectorTerm left, VectorTerm right, IndexTerm block) {
        throw new BadInput("the model has no spectra, so that its overlaps have no blocks");
    }

    /** {@code left . S . right}: the overlap with each block weighted by the spectrum's eigenvalue. */
    default Expression weightedOverlap(VectorTerm left, String spectrum, VectorTerm right) {
        throw new BadInput("a spectrum may not stand here");
    }

    /** The field of a vector on a sample. */
    Expression field(VectorTerm vector, String sample);

    /** The name of a copy of a sample, a sample of its own, from 1. */
    default String sampleCopy(String sample, int copy) {
        throw new BadInput("sample '" + sample + "' has no copies here");
    }

    /** The parsed text with what it implies: in a model with means over a batch, the members of the batch. */
    default Syntax written(Syntax syntax) {
        return syntax;
    }

    /** The same of the expression of one copy of a sample. */
    default Syntax writtenOfCopy(Syntax syntax, int copy) {
        return syntax;
    }

    /** A sample by itself, in an update rule or in another sample. */
    default Expression sample(String name) {
        return new Symbol(Kind.SAMPLE, name, List.of());
    }

    /** {@code x . y}: the dot product of two samples over N, in the limit. */
    default Expression product(String left, String right) {
        throw new BadInput("the dot product of two samples is no order parameter");
    }

    /** True where a vector or sample may stand outside a dot product: in update rules and samples. */
    default boolean allowsVectors() {
        return false;
    }

    /** True where {@code Mean[...]} may stand. */
    default boolean allowsMean() {
        return false;
    }

    /** True where {@code BestPairing[...]} and other functions of matrices may stand. */
    default boolean allowsMatrixFunctions() {
        return false;
    }

    /** True where an index may stand as a number, and neighbouring places in brackets: in flows. */
    default boolean allowsNeighbours() {
        return false;
    }

    /** True where {@code StopGradient[...]} may stand. */
    default boolean allowsStopGradient() {
        return false;
    }

    /** Of a random factor that marks a class, how many classes there are. */
    default Optional<Expression> classes(String name) {
        return Optional.empty();
    }

    /** The number an extent comes to with the sizes known here; empty if a size in it is left open. */
    OptionalInt copies(Expression extent);
}
