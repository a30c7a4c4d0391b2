package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param indices none, one or two
 * @param symmetric true for the overlaps of one family with itself: {@code X[k,l] = X[l,k]}, kept once
 * @param left family of the left vector of an overlap; empty for a scalar
 * @param right family of the right vector of an overlap; empty for a scalar
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
        boolean inBlocks,
        Set<Integer> absent,
        Coincidence copies,
        Domain domain,
        Optional<Double> start) {
    public StateVariable {
        indices = List.copyOf(indices);
        absent = Set.copyOf(absent);
    }

    /** A variable of the full state. */
    public StateVariable(
            String name,
            Kind kind,
            List<Index> indices,
            boolean symmetric,
            String left,
            String right,
            Domain domain,
            Optional<Double> start) {
        this(name, kind, indices, symmetric, left, right, false, Set.of(), Coincidence.ANY, domain, start);
    }

    /** An overlap that moves, or its share in a block. */
    static StateVariable overlap(
            String name, List<Index> indices, String left, String right, boolean inBlocks, Set<Integer> absent) {
        return new StateVariable(
                name,
                Kind.ORDER,
                indices,
                left.equals(right),
                left,
                right,
                inBlocks,
                absent,
                Coincidence.ANY,
                Domain.REAL,
                Optional.empty());
    }

    /** The same variable with other indices. */
    public StateVariable with(List<Index> others) {
        return new StateVariable(name, kind, others, symmetric, left, right, inBlocks, absent, copies, domain, start);
    }

    /** How many places come before those of the vectors: one for the block, or none. */
    public int blockPlaces() {
        return inBlocks ? 1 : 0;
    }

    /** True if one of the vectors has no part in the block of these places: the share is zero and none of the state. */
    public boolean isAbsent(List<Integer> places) {
        return inBlocks && absent.contains(places.get(0));
    }

    /** True if these places are of the state: of a symmetric variable those with {@code k <= l}. */
    public boolean isKept(List<Integer> places) {
        int first = blockPlaces();
        if (isAbsent(places)) {
            return false;
        }
        return !symmetric || places.size() < first + 2 || places.get(first) <= places.get(first + 1);
    }

    /** The same element of a symmetric variable with its copies exchanged; the places themselves of others. */
    public <T> List<T> exchanged(List<T> places) {
        int first = blockPlaces();
        if (!symmetric || places.size() < first + 2) {
            return places;
        }
        List<T> turned = new ArrayList<>(places);
        Collections.swap(turned, first, first + 1);
        return List.copyOf(turned);
    }

    /** One variable for all copies that coincide or not. */
    public StateVariable lumped(String lumpedName, Coincidence which) {
        return new StateVariable(
                lumpedName, kind, List.of(), false, left, right, false, Set.of(), which, domain, start);
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
