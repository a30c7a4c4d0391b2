package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;

/** What moves the trained vectors and scalars at each step. */
public sealed interface Dynamics {

    /**
     * The loss of one sample, or one of each network: expressions in fields, overlaps, scalars, random factors and
     * parameters.
     *
     * @param own the loss by whose gradient a family of vectors or a scalar moves; empty if all have one in common
     * @param value the loss in common; zero where each has its own
     * @param updates steps of what does not follow a gradient, such as the average of a network
     */
    record Loss(Map<String, Expression> own, Expression value, List<Update> updates) implements Dynamics {
        public Loss {
            own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
            updates = List.copyOf(updates);
        }

        /** One loss for everything that has no step of its own. */
        public Loss(Expression value, List<Update> updates) {
            this(Map.of(), value, updates);
        }

        /** The loss by whose gradient a family of vectors or a scalar moves. */
        public Expression of(String target) {
            return own.getOrDefault(target, value);
        }

        /** Every loss once, by the names of what moves by it: none for a loss that all have in common. */
        public Map<List<String>, Expression> all() {
            if (own.isEmpty()) {
                return Map.of(List.of(), value);
            }
            Map<Expression, List<String>> movers = new LinkedHashMap<>();
            own.forEach((name, loss) ->
                    movers.computeIfAbsent(loss, l -> new ArrayList<>()).add(name));
            Map<List<String>, Expression> all = new LinkedHashMap<>();
            movers.forEach((loss, names) -> all.put(List.copyOf(names), loss));
            return all;
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
