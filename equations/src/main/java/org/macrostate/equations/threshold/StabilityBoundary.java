package org.macrostate.equations.threshold;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * Where a block changes stability as the parameter asked for varies.
 *
 * @param solve label of the parameter
 * @param closedForm its value there in the other parameters; empty if there is none or it did not pass the check
 * @param value its value there at the current values of the others; NaN if there is none at those
 * @param polynomial vanishes there; irreducible, in parameters
 * @param event what the block's leading eigenvalue does there
 * @param decides true if the state as a whole changes stability there at the current values
 * @param checkedPoints random parameter points at which the closed form agreed with numeric eigenvalues on both sides
 * @param leadingPoints how many of those have the leading eigenvalue of the block cross there
 * @param root without a closed form, the value is this one of the polynomial's real roots at the current values of the
 *     other parameters, counted from 1 in rising order; 0 with a closed form, or if there is no such root
 * @param series how the boundary begins in a small parameter, if that was asked for and no closed form is known
 */
public record StabilityBoundary(
        String solve,
        Optional<Expression> closedForm,
        double value,
        Kind kind,
        Expression polynomial,
        Event event,
        boolean decides,
        int checkedPoints,
        int leadingPoints,
        int root,
        Optional<BoundarySeries> series) {

    /** How the boundary is known. */
    public enum Kind {
        EXACT("exact"),
        SERIES("series"),
        NUMERIC("numeric");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The word in JSON. */
        public String text() {
            return text;
        }
    }

    /** What crosses the imaginary axis. */
    public enum Event {
        /** A real eigenvalue passes through zero. */
        ZERO_EIGENVALUE("a real eigenvalue passes through zero"),
        /** A complex pair passes through the imaginary axis. */
        HOPF("a complex pair of eigenvalues crosses the imaginary axis");

        private final String text;

        Event(String text) {
            this.text = text;
        }

        /** The sentence in reports. */
        public String text() {
            return text;
        }
    }

    StabilityBoundary deciding(boolean does) {
        return new StabilityBoundary(
                solve, closedForm, value, kind, polynomial, event, does, checkedPoints, leadingPoints, root, series);
    }
}
