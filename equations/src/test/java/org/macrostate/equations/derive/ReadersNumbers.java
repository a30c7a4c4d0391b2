package org.macrostate.equations.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * A reader with a pocket calculator: works out formulas of a {@link PaperNotation} with nothing but the definitions that are
 * printed with it.
 *
 * @param state values of order parameters with numbers as places
 */
record ReadersNumbers(List<FieldDefinition> definitions, List<Table> tables, Map<Symbol, Double> state) {

    static ReadersNumbers of(PaperNotation form, Map<Symbol, Double> state) {
        return new ReadersNumbers(form.notation().definitions(), form.system().tables(), state);
    }

    double of(Expression formula) {
        return new Reading(Map.of(), 0, 1).value(formula);
    }

    /** Inside of a definition. */
    private class Reading {
        /** What its letters stand for. */
        private final Map<String, Expression> letters;
        /** The place in a table that is summed over, if one is. */
        private final int node;
        /** Of the covariances of different fields. */
        private final double scale;

        Reading(Map<String, Expression> letters, int node, double scale) {
            this.letters = letters;
            this.node = node;
            this.scale = scale;
        }

        double value(Expression e) {
            if (e instanceof FieldFunction f) {
                return function(f.name(), meant(f.fields()), meant(f.given()));
            }
            if (e instanceof Plus p) {
                return p.terms().stream().mapToDouble(this::value).sum();
            }
            if (e instanceof Times t) {
                return t.factors().stream().mapToDouble(this::value).reduce(1, (a, b) -> a * b);
            }
            if (e instanceof Power p) {
                return Math.pow(value(p.base()), value(p.exponent()));
            }
            if (e instanceof Apply a && a.function() == Function.ARC_SIN) {
                return Math.asin(value(a.arguments().get(0)));
            }
            if (e instanceof IndexSum s) {
                int last = ((Rational) s.index().extent()).value().getNumeratorAsInt();
                return Stream.iterate(1, i -> i + 1)
                        .limit(last)
                        .mapToDouble(i -> new Reading(letters, i, scale).value(s.body()))
                        .sum();
            }
            if (e instanceof Symbol s && s.kind() == Kind.TABLE) {
                return table(s.name());
            }
            return e instanceof Symbol s ? state.getOrDefault(s, Double.NaN) : NumericValue.of(e, Map.of());
        }

        private double table(String name) {
            return tables.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .values()
                    .get(node - 1);
        }

        private List<Expression> meant(List<Expression> fields) {
            return fields.stream()
                    .map(f -> f instanceof Symbol s ? letters.getOrDefault(s.name(), f) : f)
                    .toList();
        }

        private double function(String name, List<Expression> fields, List<Expression> given) {
            if (name.endsWith("_t")) {
                return new Reading(letters, node, table("t_P")).function(name.replace("_t", ""), fields, given);
            }
            if (given.isEmpty() && name.equals("C")) {
                return (fields.get(0).equals(fields.get(1)) ? 1 : scale) * covariance(fields.get(0), fields.get(1));
            }
            FieldDefinition definition = general(name, fields.size(), given.size());
            FieldFunction left = (FieldFunction) definition.left();
            Map<String, Expression> meaning = new HashMap<>();
            put(left.fields(), fields, meaning);
            put(left.given(), given, meaning);
            if (!definition.where().isEmpty()) {
                List<Expression> others = letters.values().stream()
                        .filter(f -> !fields.contains(f))
                        .sorted()
                        .toList();
                put(definition.formulas().subList(0, 2), others, meaning);
            }
            return new Reading(meaning, node, scale).value(definition.right());
        }
    }

    private static void put(List<Expression> letters, List<Expression> fields, Map<String, Expression> meaning) {
        for (int i = 0; i < letters.size(); i++) {
            meaning.put(((Symbol) letters.get(i)).name(), fields.get(i));
        }
    }

    private FieldDefinition general(String name, int fields, int given) {
        return definitions.stream()
                .filter(d -> d.left() instanceof FieldFunction f
                        && f.name().equals(name)
                        && f.fields().size() == fields
                        && f.given().size() == given
                        && f.fields().stream().allMatch(ReadersNumbers::isLetter))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLetter(Expression field) {
        return field instanceof Symbol s && s.indices().isEmpty();
    }

    /** By the line of the two families, in the order in which it has them. */
    private double covariance(Expression a, Expression b) {
        for (FieldDefinition line : definitions) {
            FieldFunction left = (FieldFunction) line.left();
            if (left.given().isEmpty()
                    && left.fields().size() == 2
                    && !isLetter(left.fields().get(0))) {
                for (List<Expression> pair : List.of(List.of(a, b), List.of(b, a))) {
                    if (name(pair.get(0)).equals(name(left.fields().get(0)))
                            && name(pair.get(1)).equals(name(left.fields().get(1)))) {
                        return covariance(line, left.fields(), pair);
                    }
                }
            }
        }
        throw new IllegalStateException(a + " " + b);
    }

    private static String name(Expression field) {
        return ((Symbol) field).name();
    }

    private double covariance(FieldDefinition line, List<Expression> generic, List<Expression> pair) {
        Map<String, IndexTerm> places = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            places.put(((Index) ((Symbol) generic.get(i)).indices().get(0)).name(), (Position)
                    ((Symbol) pair.get(i)).indices().get(0));
        }
        return new Reading(Map.of(), 0, 1).value(Substitution.indices(places).in(line.right()));
    }
}
