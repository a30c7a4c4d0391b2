package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/**
 * An order parameter: an overlap that moves, or a trained scalar.
 *
 * @param name as declared, or the dot product {@code w.u}
 * @param kind {@code ORDER} for overlaps, {@code SCALAR} for trained numbers
 * @param indices of a block, if it is a share, then of the left vector, then of the right one; of a scalar its own
 * @param symmetric true for the overlaps of one family with itself: {@code X[k,l] = X[l,k]} and
 *     {@code X[l,k,m,j] = X[m,j,l,k]} where there are two, kept once
 * @param left family of the left vector of an overlap; empty for a scalar
 * @param right family of the right vector of an overlap; empty for a scalar
 * @param leftIndices how many indices the left vector has; none of a scalar
 * @param inBlocks true if the first index is of a block: the variable is a share of an overlap
 * @param absent blocks, from 1, in which one of the families has no part and the overlap no share
 * @param copies which overlaps of these families it stands for where it has no indices and they have copies
 * @param start where a scalar starts unless a run says otherwise
 */
public record StateVariable(
        String name,
        Kind kind,
        List<Index> indices,
        boolean symmetric,
        String left,
        String right,
        int leftIndices,
        boolean inBlocks,
        Set<Integer> absent,
        Coincidence copies,
        Domain domain,
        Optional<Double> start) {
    public StateVariable {
        indices = List.copyOf(indices);
        absent = Set.copyOf(absent);
    }

    /** A trained scalar. */
    public static StateVariable scalar(String name, List<Index> indices, Domain domain, Optional<Double> start) {
        return new StateVariable(
                name, Kind.SCALAR, indices, false, "", "", 0, false, Set.of(), Coincidence.ANY, domain, start);
    }

    /** An overlap that moves, or its share in a block. */
    public static StateVariable overlap(
            String name,
            List<Index> indices,
            Declaration.Vectors left,
            Declaration.Vectors right,
            boolean inBlocks,
            Set<Integer> absent) {
        return new StateVariable(
                name,
                Kind.ORDER,
                indices,
                left.name().equals(right.name()),
                left.name(),
                right.name(),
                left.copies().size(),
                inBlocks,
                absent,
                Coincidence.ANY,
                Domain.REAL,
                Optional.empty());
    }

    /** The same variable with other indices. */
    public StateVariable with(List<Index> others) {
        return new StateVariable(
                name, kind, others, symmetric, left, right, leftIndices, inBlocks, absent, copies, domain, start);
    }

    /** How many places come before those of the vectors: one for the block, or none. */
    public int blockPlaces() {
        return inBlocks ? 1 : 0;
    }

    /** True if one of the vectors has no part in the block of these places: the share is zero and none of the state. */
    public boolean isAbsent(List<Integer> places) {
        return inBlocks && absent.contains(places.get(0));
    }

    /** True if these places are of the state: of a symmetric variable those with {@code k <= l}, in the order of copies. */
    public boolean isKept(List<Integer> places) {
        if (isAbsent(places)) {
            return false;
        }
        List<Integer> turned = exchanged(places);
        for (int i = blockPlaces(); i < places.size(); i++) {
            if (!places.get(i).equals(turned.get(i))) {
                return places.get(i) < turned.get(i);
            }
        }
        return true;
    }

    /** True if these places are of a vector's overlap with itself. */
    public boolean isSquaredLength(List<Integer> places) {
        return symmetric && exchanged(places).equals(places);
    }

    /**
     * True if these places are of two vectors with the same number: {@code m[2,2]}, {@code Q[1,2,1,2]}. Where one vector has
     * more indices than the other, its last ones are compared.
     */
    public boolean isOfEqualCopies(List<Integer> places) {
        List<Integer> one = places.subList(blockPlaces(), firstOfRight());
        List<Integer> other = places.subList(firstOfRight(), places.size());
        int common = Math.min(one.size(), other.size());
        return one.subList(one.size() - common, one.size()).equals(other.subList(other.size() - common, other.size()));
    }

    /** Where the places of the right vector begin. */
    public int firstOfRight() {
        return blockPlaces() + leftIndices;
    }

    /** The same element of a symmetric variable with its copies exchanged; the places themselves of others. */
    public <T> List<T> exchanged(List<T> places) {
        if (!symmetric || leftIndices == 0) {
            return places;
        }
        List<T> turned = new ArrayList<>(places);
        Collections.rotate(turned.subList(blockPlaces(), places.size()), leftIndices);
        return List.copyOf(turned);
    }

    /** One variable for all copies that coincide or not. */
    public StateVariable lumped(String lumpedName, Coincidence which) {
        return new StateVariable(
                lumpedName, kind, List.of(), false, left, right, 0, false, Set.of(), which, domain, start);
    }

    public boolean isOverlap() {
        return kind == Kind.ORDER;
    }

    /** The variable with its own indices. */
    public Symbol symbol() {
        return new Symbol(kind, name, List.copyOf(indices));
    }

    /** The variable at given places. */
    public Symbol at(List<? extends IndexTerm> places) {
        return new Symbol(kind, name, List.copyOf(places));
    }
}
