package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Reads a factor that marks a class, {@code y: {classes: C, probabilities: p[k]}}: {@code y[k]} is 1 in class k, and 0 in
 * others.
 */
final class ClassReading {
    /** The index of a class in an expression of its probability. */
    private static final String INDEX = "k";

    private static final double ROUNDING = 1e-9;

    private final NameTable names;
    private final ConstantValues constants;

    /** @param constants which probabilities may depend on */
    ClassReading(NameTable names, ConstantValues constants) {
        this.names = names;
        this.constants = constants;
    }

    /** How many classes there are, as it is stated. */
    static List<Text> count(Entry entry) {
        for (String other : List.of("copies", "law")) {
            entry.part(other).ifPresent(text -> {
                throw text.located(new BadInput("'" + entry.name() + "' has classes: '" + other
                        + "' has no meaning beside 'classes', which says how many there are"));
            });
        }
        Stream.concat(entry.parts("values").stream(), entry.part("student").stream())
                .findFirst()
                .ifPresent(text -> {
                    throw text.located(new BadInput("'" + entry.name()
                            + "' has classes: 'law' has no meaning beside 'classes', which says how many there are"));
                });
        return entry.parts("classes");
    }

    Law read(Entry entry, Expression count) {
        List<Text> probabilities = entry.parts("probabilities");
        OptionalInt known = names.copies(count);
        if (known.isEmpty()) {
            throw entry.parts("classes").get(0).located(new BadInput("the number of classes is a number or a size"));
        }
        Index place = Fresh.index(count);
        if (probabilities.isEmpty()) {
            return new Law.Classes(place, Rational.ONE.over(count));
        }
        Expression probability = probabilities.size() == 1
                ? inIndex(probabilities.get(0), place)
                : listed(entry, place, known.getAsInt());
        Law.Classes law = new Law.Classes(place, probability);
        probabilities.get(0).located(() -> {
            check(entry.name(), law, known.getAsInt());
            return "";
        });
        return law;
    }

    private Expression inIndex(Text text, Index place) {
        Index letter = new Index(INDEX, place.extent());
        Expression stated = Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS), List.of(letter));
        return Substitution.index(letter, place).in(stated);
    }

    private Expression listed(Entry entry, Index place, int count) {
        List<Text> texts = entry.parts("probabilities");
        if (texts.size() != count || !(place.extent() instanceof Rational)) {
            String extent = ExpressionText.of(place.extent());
            throw texts.get(0)
                    .located(new BadInput(
                            place.extent() instanceof Rational
                                    ? "'" + entry.name() + "' has " + count + " classes, found " + texts.size()
                                            + " probabilities"
                                    : "the number of classes of '" + entry.name() + "' is the size " + extent
                                            + ", which --size may change; state their probabilities as one expression such"
                                            + " as p[k], with a parameter p: {copies: " + extent + ", value: [..]}"));
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expression value = Elaborator.elaborate(texts.get(i), new ProblemScope(names, Use.CONSTANTS));
            terms.add(value.times(Delta.of(place, new Position(i + 1))));
        }
        return Plus.of(terms);
    }

    private void check(String name, Law.Classes law, int count) {
        Map<Symbol, Double> defaults = SpectrumReading.withCopies(names, constants);
        double sum = 0;
        for (int i = 1; i <= count; i++) {
            double probability = NumericValue.of(law.probabilityAt(new Position(i)), defaults);
            if (!(probability >= -ROUNDING && probability <= 1 + ROUNDING)) {
                throw new BadInput("a probability must be from 0 to 1, was " + PlainNumber.shown(probability));
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new BadInput("the probabilities of the classes of " + name + " must add up to 1, found "
                    + String.format(Locale.ROOT, "%.4g", sum) + " at the defaults");
        }
    }
}
