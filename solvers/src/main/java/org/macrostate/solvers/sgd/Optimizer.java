package org.macrostate.solvers.sgd;

import java.util.Arrays;
import java.util.List;
import org.macrostate.equations.BadInput;

/**
 * What is done with the gradient of a step. Only plain SGD has the theory's order parameters for a closed description:
 * with memory the overlaps of the vectors alone are no Markov chain, so the others are for seeing how far off the theory
 * then is.
 */
public sealed interface Optimizer {
    /** The step itself. */
    record Sgd() implements Optimizer {
        @Override
        public String text() {
            return "sgd";
        }
    }

    /**
     * Steps add up, {@code u ← μ u + step, w ← w + u} (B. T. Polyak, USSR Comput. Math. Math. Phys. 4, 1, 1964).
     *
     * @param mu from 0 to below 1
     */
    record Momentum(double mu) implements Optimizer {
        /** @throws BadInput if μ is out of its range */
        public Momentum {
            requireShare("momentum", mu);
        }

        @Override
        public String text() {
            return "momentum:" + mu;
        }
    }

    /**
     * Adam (D. P. Kingma, J. Ba, ICLR 2015, algorithm 1) on the coordinates of the vectors with step size rate/√N, and on
     * trained scalars with rate/N: so the steps of N iterations add up to order 1, as those of SGD do. The model's own
     * learning rates scale the gradient only, to which Adam is indifferent.
     *
     * @param rate positive
     * @param beta1 from 0 to below 1
     * @param beta2 from 0 to below 1
     */
    record Adam(double rate, double beta1, double beta2) implements Optimizer {
        /** Keeps a division by zero out; in units of the model's own steps, which are far larger. */
        static final double EPSILON = 1e-12;

        /** @throws BadInput if a number is out of its range */
        public Adam {
            if (!(rate > 0) || !Double.isFinite(rate)) {
                throw new BadInput("the rate of adam must be positive, was " + rate);
            }
            requireShare("beta1 of adam", beta1);
            requireShare("beta2 of adam", beta2);
        }

        @Override
        public String text() {
            return "adam:" + rate + "," + beta1 + "," + beta2;
        }
    }

    Optimizer SGD = new Sgd();

    /** As it is read. */
    String text();

    /**
     * Reads {@code sgd}, {@code momentum:0.9}, {@code adam}, {@code adam:0.01} or {@code adam:0.01,0.9,0.999}.
     *
     * @throws BadInput if it is none of these
     */
    static Optimizer read(String text) {
        String[] halves = text.strip().split(":", 2);
        List<Double> numbers = halves.length < 2
                ? List.of()
                : Arrays.stream(halves[1].split(",", -1))
                        .map(word -> number(word, text))
                        .toList();
        return switch (halves[0].strip()) {
            case "sgd" -> {
                requireCount(text, numbers, 0, 0);
                yield SGD;
            }
            case "momentum" -> {
                requireCount(text, numbers, 0, 1);
                yield new Momentum(at(numbers, 0, 0.9));
            }
            case "adam" -> {
                requireCount(text, numbers, 0, 3);
                yield new Adam(at(numbers, 0, 0.01), at(numbers, 1, 0.9), at(numbers, 2, 0.999));
            }
            default -> throw BadInput.unknownName("optimizer", halves[0], List.of("sgd", "momentum", "adam"));
        };
    }

    private static double at(List<Double> numbers, int i, double unlessGiven) {
        return i < numbers.size() ? numbers.get(i) : unlessGiven;
    }

    private static double number(String word, String text) {
        try {
            return Double.parseDouble(word.strip());
        } catch (NumberFormatException wrong) {
            throw new BadInput("expected a number in '" + text + "', found '" + word.strip() + "'");
        }
    }

    private static void requireCount(String text, List<Double> numbers, int fewest, int most) {
        if (numbers.size() < fewest || numbers.size() > most) {
            throw new BadInput("'" + text + "' has " + numbers.size() + " numbers, there may be " + most);
        }
    }

    private static void requireShare(String role, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new BadInput(role + " must be at least 0 and less than 1, was " + value);
        }
    }
}
