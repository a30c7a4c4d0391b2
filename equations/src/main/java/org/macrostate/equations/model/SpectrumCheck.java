package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** Whether a spectrum is one at the defaults of sizes and parameters: weights that are fractions, eigenvalues that are none negative. */
final class SpectrumCheck {
    private static final double ROUNDING = 1e-9;

    private final NameTable names;
    private final Map<Symbol, Double> constants;
    private final List<Declaration.Random> randoms;

    SpectrumCheck(NameTable names, ConstantValues constants, List<Declaration.Random> randoms) {
        this.names = names;
        this.constants = SpectrumReading.withCopies(names, constants);
        this.randoms = List.copyOf(randoms);
    }

    /**
     * @param earlier the model's other spectra, whose weights this one's must be
     * @throws BadInput if something is wrong with it
     */
    void check(Entry entry, Declaration.Spectrum spectrum, List<Declaration.Spectrum> earlier) {
        located(entry, "weight", () -> weights(spectrum));
        located(entry, "value", () -> values(spectrum));
        if (!earlier.isEmpty() && !sameWeights(earlier.get(0), spectrum)) {
            throw entry.nameText()
                    .located(new BadInput("the spectra of one model share their blocks: " + spectrum.name()
                            + " has other weights than " + earlier.get(0).name()));
        }
    }

    private static void located(Entry entry, String part, Runnable check) {
        Text text = entry.part(part).or(() -> entry.part("block " + part + "s")).orElse(entry.nameText());
        text.located(() -> {
            check.run();
            return "";
        });
    }

    private int blocks(Declaration.Spectrum spectrum) {
        OptionalInt blocks = names.copies(spectrum.blocks());
        return blocks.orElse(0);
    }

    private void weights(Declaration.Spectrum spectrum) {
        double sum = 0;
        for (int b = 1; b <= blocks(spectrum); b++) {
            double weight = value(spectrum.weightAt(new Position(b)), constants);
            if (!(weight > 0 && weight <= 1 + ROUNDING)) {
                throw new BadInput("the weight of block " + b + " of spectrum " + spectrum.name()
                        + " must be above 0 and at most 1, was " + PlainNumber.shown(weight));
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new BadInput("the weights of spectrum " + spectrum.name() + " must add up to 1, found "
                    + PlainNumber.shown(sum) + " at the defaults");
        }
    }

    private void values(Declaration.Spectrum spectrum) {
        for (int b = 1; b <= blocks(spectrum); b++) {
            for (Map<Symbol, Double> values : classes(spectrum.valueAt(new Position(b)))) {
                double value = value(spectrum.valueAt(new Position(b)), values);
                if (!(value >= 0 && Double.isFinite(value))) {
                    throw new BadInput("the eigenvalue of block " + b + " of spectrum " + spectrum.name()
                            + " must be nonnegative, was " + PlainNumber.shown(value));
                }
            }
        }
    }

    /** The constants, with every combination of values of the random factors in an eigenvalue. */
    private List<Map<Symbol, Double>> classes(Expression value) {
        List<Map<Symbol, Double>> classes = List.of(constants);
        for (Declaration.Random random : randoms) {
            Symbol symbol = new Symbol(Kind.RANDOM, random.name(), List.of());
            boolean inside = Expansion.contains(
                    value,
                    e -> e instanceof Symbol s
                            && s.kind() == Kind.RANDOM
                            && s.name().equals(random.name()));
            if (!inside) {
                continue;
            }
            if (!(random.law() instanceof Law.Discrete discrete)
                    || random.copies().isPresent()) {
                throw new BadInput("an eigenvalue may depend on a random factor with finitely many values and without"
                        + " copies; " + random.name() + " is "
                        + (random.copies().isPresent()
                                ? "indexed"
                                : random.law() instanceof Law.Normal ? "normal" : "of a law with a density"));
            }
            List<Map<Symbol, Double>> more = new ArrayList<>();
            for (Map<Symbol, Double> known : classes) {
                for (double v : discrete.values()) {
                    Map<Symbol, Double> next = new HashMap<>(known);
                    next.put(symbol, v);
                    more.add(next);
                }
            }
            classes = more;
        }
        return classes;
    }

    private boolean sameWeights(Declaration.Spectrum one, Declaration.Spectrum other) {
        for (int b = 1; b <= blocks(one); b++) {
            double difference =
                    value(one.weightAt(new Position(b)), constants) - value(other.weightAt(new Position(b)), constants);
            if (!(Math.abs(difference) <= ROUNDING)) {
                return false;
            }
        }
        return true;
    }

    static double value(Expression e, Map<Symbol, Double> values) {
        try {
            return NumericValue.of(e, values);
        } catch (IllegalArgumentException noValue) {
            throw new BadInput(
                    "weights and eigenvalues are expressions in parameters; this one " + noValue.getMessage());
        }
    }
}
