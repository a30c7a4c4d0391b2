package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
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
        Coincidence copies,
        Domain domain,
        Optional<Double> start) {
    public StateVariable {
        indices = List.copyOf(indices);
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
        this(name, kind, indices, symmetric, left, right, Coincidence.ANY, domain, start);
    }

    /** One variable for all copies that coincide or not. */
    public StateVariable lumped(String lumpedName, Coincidence which) {
        return new StateVariable(lumpedName, kind, List.of(), false, left, right, which, domain, start);
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
