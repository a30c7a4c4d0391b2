package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Statistics of jointly Gaussian fields for any fields: conditional covariances (Schur complements), densities at zero, the
 * arcsine law and the four-sign law, as {@link org.macrostate.equations.gaussian} derives them.
 *
 * @param names what readers call each kind
 * @param pair what they call the share of a pair of fields in the four-sign law
 * @param letters four names of fields
 * @param shapes those that occur, see {@link #shape}
 */
record StatisticDefinitions(
        Map<Statistic.Kind, String> names, String pair, List<String> letters, Set<String> shapes, List<Table> tables) {

    private static final Expression TWO = Expression.of(2);

    /** The kind, and of how many fields given how many. */
    static String shape(Statistic s) {
        return s.kind() + " " + s.fields().size() + " given " + s.given().size();
    }

    private boolean has(Statistic.Kind kind, int fields, int given) {
        return shapes.contains(kind + " " + fields + " given " + given);
    }

    List<FieldDefinition> general() {
        List<FieldDefinition> all = new ArrayList<>();
        for (int given = 1; given <= 2; given++) {
            if (has(Statistic.Kind.COVARIANCE, 2, given)) {
                all.add(covariance(given));
            }
        }
        for (int given = 0; given <= 2; given++) {
            if (has(Statistic.Kind.DENSITY, 1, given)) {
                Expression variance = c(0, 0, given);
                Expression root = Power.sqrt(Times.of(TWO, Constant.PI, variance));
                all.add(new FieldDefinition(
                        new FieldFunction(name(Statistic.Kind.DENSITY), List.of(field(0)), known(given)),
                        Power.of(root, -1)));
            }
        }
        for (int given = 0; given <= 2; given++) {
            if (has(Statistic.Kind.SIGNS, 2, given) || (given == 0 && has(Statistic.Kind.SIGNS, 4, 0))) {
                Expression widths = Power.sqrt(c(0, 0, given).times(c(1, 1, given)));
                Expression angle = Apply.of(Function.ARC_SIN, c(0, 1, given).over(widths));
                all.add(new FieldDefinition(
                        new FieldFunction(name(Statistic.Kind.SIGNS), List.of(field(0), field(1)), known(given)),
                        TWO.times(angle).over(Constant.PI)));
            }
        }
        if (has(Statistic.Kind.SIGNS, 4, 0)) {
            all.addAll(fourSigns());
        }
        return all;
    }

    private FieldDefinition covariance(int given) {
        int last = given + 1;
        Expression gain = c(0, last, given - 1).times(c(1, last, given - 1)).over(c(last, last, given - 1));
        return new FieldDefinition(c(0, 1, given), c(0, 1, given - 1).minus(gain));
    }

    /** Plackett's formula; see {@link org.macrostate.equations.gaussian.FourSignLaw}. */
    private List<FieldDefinition> fourSigns() {
        Table scale = table("t_P");
        Index index = new Index("i", Expression.of(scale.values().size()));
        Expression t = new Symbol(Kind.TABLE, scale.name(), List.of(index));
        Expression weight = new Symbol(Kind.TABLE, table("w_P").name(), List.of(index));
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                pairs.add(new FieldFunction(pair, List.of(field(i), field(j)), List.of()));
            }
        }
        Expression sum = new IndexSum(index, weight.times(Plus.of(pairs)));
        FieldDefinition law = new FieldDefinition(
                new FieldFunction(
                        name(Statistic.Kind.SIGNS), List.of(field(0), field(1), field(2), field(3)), List.of()),
                TWO.times(sum).over(Constant.PI));
        Expression det = c(0, 0, 0).times(c(1, 1, 0)).minus(Power.of(t, 2).times(Power.of(c(0, 1, 0), 2)));
        FieldFunction rest = new FieldFunction(
                name(Statistic.Kind.SIGNS) + "_t", List.of(field(2), field(3)), List.of(field(0), field(1)));
        FieldDefinition share = new FieldDefinition(
                pairs.get(0),
                Times.of(c(0, 1, 0), rest).over(Power.sqrt(det)),
                "the other two fields being {}, {}; {} is {} with covariances of different fields multiplied by {}",
                List.of(
                        field(2),
                        field(3),
                        new FieldFunction(name(Statistic.Kind.SIGNS) + "_t", List.of(), List.of()),
                        new FieldFunction(name(Statistic.Kind.SIGNS), List.of(), List.of()),
                        t));
        return List.of(law, share);
    }

    private Table table(String begins) {
        return tables.stream()
                .filter(t -> t.name().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    String opening() {
        return "for any fields " + String.join(", ", letters)
                + ": covariances, densities at zero and means of products of signs, given that the fields behind the bar are"
                + " zero";
    }

    String convention() {
        StringBuilder text = new StringBuilder("a variance of at most 1e-13 of the field's own counts as zero: ")
                .append("quotients by it, and densities and means of signs of it, are 0");
        if (has(Statistic.Kind.SIGNS, 2, 1) || has(Statistic.Kind.SIGNS, 2, 2)) {
            text.append("; of two fields that coincide and have no variance left, the mean is 1/3")
                    .append(" or, if they are opposite, -1/3");
        }
        return text.toString();
    }

    private String name(Statistic.Kind kind) {
        return names.getOrDefault(kind, "");
    }

    private Expression field(int i) {
        return new Symbol(Kind.FIELD, letters.get(i), List.of());
    }

    private Expression c(int a, int b, int given) {
        return new FieldFunction(name(Statistic.Kind.COVARIANCE), List.of(field(a), field(b)), known(given));
    }

    private List<Expression> known(int given) {
        return List.of(field(2), field(3)).subList(0, given);
    }
}
