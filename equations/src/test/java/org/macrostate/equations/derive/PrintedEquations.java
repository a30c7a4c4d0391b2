package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
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
 * A reader of printed equations in probabilities that fields are positive: knows the definitions that are printed, that they
 * hold with further fields behind their bars, what coinciding fields mean, and how to integrate the probabilities of two and more
 * fields, which no definition gives, one field after another.
 */
final class PrintedEquations {
    private final PaperNotation form;
    private final List<FieldDefinition> own;
    private final List<FieldDefinition> general;
    private final Sizes sizes;
    private final ToDoubleFunction<Symbol> state;
    private final String meanName;
    private final String covarianceName;

    PrintedEquations(PaperNotation form, Sizes sizes, ToDoubleFunction<Symbol> state) {
        this.form = form;
        Notation notation = form.notation();
        this.own = notation.definitions().subList(0, notation.own());
        this.general = notation.definitions()
                .subList(notation.own(), notation.definitions().size());
        this.sizes = sizes;
        this.state = state;
        this.covarianceName = own.stream()
                .flatMap(d -> d.left() instanceof FieldFunction f ? Stream.of(f.name()) : Stream.empty())
                .findFirst()
                .orElseThrow();
        this.meanName = general.stream()
                .map(d -> (FieldFunction) d.left())
                .filter(f -> f.fields().size() == 1 && f.given().size() == 1)
                .map(FieldFunction::name)
                .findFirst()
                .orElse("none");
    }

    /** A formula at places that have numbers. */
    double value(Expression e) {
        return value(e, Map.of(), List.of());
    }

    /** A linear combination of centred fields, with a mean. */
    private record Affine(double mean, Map<Symbol, Double> terms) {
        Affine plus(Affine other) {
            Map<Symbol, Double> all = new LinkedHashMap<>(terms);
            other.terms.forEach((s, c) -> all.merge(s, c, Double::sum));
            return new Affine(mean + other.mean, all);
        }

        Affine times(double by) {
            Map<Symbol, Double> all = new LinkedHashMap<>();
            terms.forEach((s, c) -> all.put(s, c * by));
            return new Affine(mean * by, all);
        }
    }

    private double value(Expression e, Map<String, Affine> letters, List<Affine> behind) {
        if (e instanceof FieldFunction f) {
            List<Affine> given = new ArrayList<>(
                    f.given().stream().map(x -> affine(x, letters)).toList());
            given.addAll(behind);
            return function(
                    f.name(), f.fields().stream().map(x -> affine(x, letters)).toList(), given);
        }
        if (e instanceof Plus p) {
            return p.terms().stream()
                    .mapToDouble(t -> value(t, letters, behind))
                    .sum();
        }
        if (e instanceof Times t) {
            double product = 1;
            for (Expression factor : t.factors()) {
                double value = value(factor, letters, behind);
                if (value == 0) {
                    return 0; // a quotient by a variance of zero beside a density of zero
                }
                product *= value;
            }
            return product;
        }
        if (e instanceof Power p) {
            double base = value(p.base(), letters, behind);
            double exponent = value(p.exponent(), letters, behind);
            return exponent < 0 && base == 0 ? 0 : Math.pow(base, exponent);
        }
        if (e instanceof Apply a) {
            double x = value(a.arguments().get(0), letters, behind);
            return switch (a.function()) {
                case ERF -> Erf.erf(x);
                case EXP -> Math.exp(x);
                case ARC_SIN -> Math.asin(Math.max(-1, Math.min(1, x)));
                default -> throw new IllegalArgumentException(ExpressionText.of(a));
            };
        }
        if (e instanceof IndexSum s) {
            double sum = 0;
            for (int i = 1; i <= sizes.of(s.index().extent()); i++) {
                sum += value(Substitution.index(s.index(), new Position(i)).in(s.body()), letters, behind);
            }
            return sum;
        }
        if (e instanceof Delta d) {
            return d.left().equals(d.right()) ? 1 : 0;
        }
        if (e instanceof Symbol s && s.kind() == Kind.SIZE) {
            return sizes.of(s);
        }
        boolean number = e instanceof Rational || e instanceof Constant;
        return number ? NumericValue.of(e, Map.of()) : state.applyAsDouble((Symbol) e);
    }

    private double function(String name, List<Affine> fields, List<Affine> given) {
        if (name.equals(covarianceName)) {
            return covariance(fields.get(0), fields.get(1), given);
        }
        if (name.equals(meanName)) {
            return mean(fields.get(0), given);
        }
        if (name.equals("p") && isFixed(fields.get(0), given)) {
            return 0;
        }
        if (name.equals("P") && (fields.size() > 1 || isFixed(fields.get(0), given))) {
            return positive(fields, given);
        }
        if (name.equals("S") && (fields.size() > 1 || isFixed(fields.get(0), given))) {
            return signs(fields, given, 0);
        }
        FieldDefinition definition = general.stream()
                .filter(d -> d.left() instanceof FieldFunction f
                        && f.name().equals(name)
                        && f.fields().size() == fields.size())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " of " + fields.size()));
        FieldFunction left = (FieldFunction) definition.left();
        Map<String, Affine> letters = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            letters.put(((Symbol) left.fields().get(i)).name(), fields.get(i));
        }
        return value(definition.right(), letters, given);
    }

    /** C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h], as printed. */
    private double covariance(Affine f, Affine g, List<Affine> given) {
        if (given.isEmpty()) {
            double sum = 0;
            for (var a : f.terms.entrySet()) {
                for (var b : g.terms.entrySet()) {
                    sum += a.getValue() * b.getValue() * covariance(a.getKey(), b.getKey());
                }
            }
            return sum;
        }
        Affine h = given.get(0);
        List<Affine> rest = given.subList(1, given.size());
        double before = covariance(f, g, rest);
        return isFixed(h, rest)
                ? before
                : before - covariance(f, h, rest) * covariance(g, h, rest) / covariance(h, h, rest);
    }

    private double mean(Affine f, List<Affine> given) {
        if (given.isEmpty()) {
            return f.mean;
        }
        Affine h = given.get(0);
        List<Affine> rest = given.subList(1, given.size());
        double before = mean(f, rest);
        return isFixed(h, rest) ? before : before - covariance(f, h, rest) * mean(h, rest) / covariance(h, h, rest);
    }

    private boolean isFixed(Affine f, List<Affine> given) {
        return covariance(f, f, given) <= 1e-12 * covariance(f, f, List.of());
    }

    /** The mean of a product of signs: probabilities of all patterns, the first fields' being chosen. */
    private double signs(List<Affine> fields, List<Affine> given, int chosen) {
        if (chosen == fields.size()) {
            return positive(fields, given);
        }
        List<Affine> flipped = new ArrayList<>(fields);
        flipped.set(chosen, fields.get(chosen).times(-1));
        return signs(fields, given, chosen + 1) - signs(flipped, given, chosen + 1);
    }

    /** With fields that are zero for sure apart: of small independent noise in them, and in what they coincide with. */
    private double positive(List<Affine> fields, List<Affine> given) {
        List<Affine> tied = new ArrayList<>();
        List<Affine> free = new ArrayList<>();
        for (Affine f : fields) {
            if (!isFixed(f, given)) {
                free.add(f);
            } else if (Math.abs(mean(f, given)) > 1e-9) {
                if (mean(f, given) < 0) {
                    return 0;
                }
            } else {
                tied.add(f);
            }
        }
        int n = free.size();
        double[] means = new double[n];
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            means[i] = mean(free.get(i), given);
            for (int j = 0; j < n; j++) {
                c[i][j] = covariance(free.get(i), free.get(j), given);
            }
        }
        return OrthantProbability.of(means, c) * noise(tied, given);
    }

    /** Of r_i h + noise_i where h = -noise: covariances δ_ij + r_i r_j. */
    private double noise(List<Affine> tied, List<Affine> given) {
        int n = tied.size();
        double[][] c = new double[n][n];
        for (Affine h : given) {
            double[] r = new double[n];
            for (int i = 0; i < n; i++) {
                r[i] = covariance(tied.get(i), h, List.of()) / covariance(h, h, List.of());
                double rest =
                        covariance(tied.get(i), tied.get(i), List.of()) - r[i] * covariance(tied.get(i), h, List.of());
                r[i] = Math.abs(rest) < 1e-9 ? r[i] : 0;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    c[i][j] += r[i] * r[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            c[i][i] += 1;
        }
        return OrthantProbability.of(new double[n], c);
    }

    private Affine affine(Expression e, Map<String, Affine> letters) {
        if (e instanceof Symbol s && s.kind() == Kind.FIELD) {
            Affine meant = letters.get(s.name());
            return s.indices().isEmpty() && meant != null ? meant : named(s);
        }
        if (e instanceof Plus p) {
            return p.terms().stream().map(t -> affine(t, letters)).reduce(new Affine(0, Map.of()), Affine::plus);
        }
        if (e instanceof Times t && t.factors().stream().anyMatch(PrintedEquations::hasField)) {
            Expression field = t.factors().stream()
                    .filter(PrintedEquations::hasField)
                    .findFirst()
                    .orElseThrow();
            return affine(field, letters).times(value(t.over(field)));
        }
        return new Affine(value(e), Map.of());
    }

    private static boolean hasField(Expression e) {
        return (e instanceof Symbol s && s.kind() == Kind.FIELD)
                || e.children().stream().anyMatch(PrintedEquations::hasField);
    }

    /** A field that has a definition in others, or one of the model's. */
    private Affine named(Symbol s) {
        for (FieldDefinition d : own) {
            if (d.left() instanceof Symbol left && left.name().equals(s.name()) && !(d.right() instanceof Field)) {
                return affine(places(left, s).in(d.right()), Map.of());
            }
        }
        return new Affine(0, Map.of(s, 1.0));
    }

    private static Substitution places(Symbol generic, Symbol at) {
        Map<String, IndexTerm> places = new HashMap<>();
        for (int i = 0; i < at.indices().size(); i++) {
            places.put(((Index) generic.indices().get(i)).name(), at.indices().get(i));
        }
        return Substitution.indices(places);
    }

    /** By the printed line of the two families. */
    private double covariance(Symbol a, Symbol b) {
        for (FieldDefinition d : own) {
            if (d.left() instanceof FieldFunction f) {
                Symbol first = (Symbol) f.fields().get(0);
                Symbol second = (Symbol) f.fields().get(1);
                boolean straight =
                        first.name().equals(a.name()) && second.name().equals(b.name());
                if (straight || (first.name().equals(b.name()) && second.name().equals(a.name()))) {
                    Symbol x = straight ? a : b;
                    Symbol y = straight ? b : a;
                    Map<String, IndexTerm> places = new HashMap<>();
                    for (int i = 0; i < x.indices().size(); i++) {
                        places.put(
                                ((Index) first.indices().get(i)).name(),
                                x.indices().get(i));
                    }
                    for (int i = 0; i < y.indices().size(); i++) {
                        places.put(
                                ((Index) second.indices().get(i)).name(),
                                y.indices().get(i));
                    }
                    return value(Substitution.indices(places).in(d.right()));
                }
            }
        }
        throw new IllegalStateException("no covariance of " + a + " and " + b);
    }

    /** The printed rate of a variable at places. */
    double rate(int equation, List<Integer> places) {
        Equation e = form.system().equations().get(equation);
        return value(at(e.variable().indices(), places).in(e.rate()));
    }

    private static Substitution at(List<Index> indices, List<Integer> places) {
        Map<String, IndexTerm> at = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            at.put(indices.get(i).name(), new Position(places.get(i)));
        }
        return Substitution.indices(at);
    }
}
