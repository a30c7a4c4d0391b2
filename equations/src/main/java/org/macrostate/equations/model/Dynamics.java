package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/** What moves the trained vectors and scalars at each step. */
public sealed interface Dynamics {

    /**
     * The loss of one sample: an expression in fields, overlaps, scalars, random factors and parameters.
     *
     * @param updates steps of what does not follow the gradient, such as the average of a network
     */
    record Loss(Expression value, List<Update> updates) implements Dynamics {
        public Loss {
            updates = List.copyOf(updates);
        }

        /** A loss by whose gradient everything moves. */
        public Loss(Expression value) {
            this(value, List.of());
        }

        /** True of what moves by a step of its own. */
        public boolean isUpdated(String target) {
            return updates.stream().anyMatch(u -> u.target().equals(target));
        }
    }

    /** A step stated directly for each trained family. */
    record Updates(List<Update> updates) implements Dynamics {
        public Updates {
            updates = List.copyOf(updates);
        }
    }

    /** A plain system of ordinary differential equations in the declared scalars; nothing is derived. */
    record Flow(List<Rate> rates) implements Dynamics {
        public Flow {
            rates = List.copyOf(rates);
        }
    }

    /**
     * The step of one family or scalar.
     *
     * @param target family of vectors or scalar that moves
     * @param indices its free index, or none
     * @param step for vectors linear in SAMPLE and VECTOR symbols (a sample carries 1/√N, a vector 1/N); for a scalar
     *     an expression that carries 1/N
     */
    record Update(String target, List<Index> indices, Expression step) {
        public Update {
            indices = List.copyOf(indices);
        }
    }

    /** The time derivative of one scalar. */
    record Rate(String scalar, List<Index> indices, Expression value) {
        public Rate {
            indices = List.copyOf(indices);
        }
    }
}
