package org.macrostate.equations.gaussian;

import java.util.List;
import org.macrostate.equations.tensor.Expression;

/**
 * A number that belongs to a few jointly Gaussian variables, whichever they are: what formulas of expectations are built
 * from.
 *
 * @param fields the variables it is of; in any order
 * @param given variables that are known to be zero; in any order
 */
public record Statistic(Kind kind, List<Expression> fields, List<Expression> given) {

    /** What it says of its variables. */
    public enum Kind {
        /** Of two variables. */
        COVARIANCE("V", "covariance"),
        /** Of one variable: its density at zero. */
        DENSITY("D", "density at zero"),
        /** Of two or four variables: the mean of the product of their signs. */
        SIGNS("S", "mean of the product of signs");

        private final String letter;
        private final String words;

        Kind(String letter, String words) {
            this.letter = letter;
            this.words = words;
        }

        public String letter() {
            return letter;
        }

        public String words() {
            return words;
        }
    }

    public Statistic {
        fields = List.copyOf(fields);
        given = List.copyOf(given);
    }

    /** The value of a statistic, in terms of simpler ones. */
    public interface Definition {
        Expression of(Statistic statistic);
    }
}
