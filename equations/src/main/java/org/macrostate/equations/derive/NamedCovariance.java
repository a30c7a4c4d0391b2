package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.macrostate.equations.gaussian.Covariance;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * Covariances as named pieces, and linear combinations of fields as variables of their own: what is linear in jointly
 * Gaussian variables is Gaussian, so that {@code E[g_k g_l]} needs one sum, not a double one.
 */
final class NamedCovariance implements Covariance {
    private final LearningProblem problem;
    private final FieldCovariance fields;
    private final NamedTermTable table;
    private final ExchangeableSamples exchangeable;
    private final Map<String, Combination> combinations = new LinkedHashMap<>();

    /** A named linear combination of fields and normal factors. */
    record Combination(String name, List<Index> indices, Expression value, String meaning) {}

    NamedCovariance(LearningProblem problem, FieldCovariance fields, NamedTermTable table) {
        this.problem = problem;
        this.fields = fields;
        this.table = table;
        this.exchangeable = new ExchangeableSamples(problem);
    }

    Map<String, Combination> combinations() {
        return combinations;
    }

    @Override
    public boolean isVariable(Expression atom) {
        return atom instanceof Field
                || fields.isNormalFactor(atom)
                || (atom instanceof Symbol s && s.kind() == Kind.COMBINATION);
    }

    /** Normal factors that no sample has. */
    @Override
    public boolean isApart(Expression variable) {
        return variable instanceof Symbol factor
                && factor.kind() == Kind.RANDOM
                && problem.samples().stream()
                        .flatMap(sample -> sample.terms().stream())
                        .noneMatch(term -> Expansion.contains(
                                term.coefficient(),
                                e -> e instanceof Symbol s && s.name().equals(factor.name())));
    }

    @Override
    public OptionalInt terms(Expression extent) {
        if (extent instanceof Rational number) {
            return OptionalInt.of(number.value().getNumeratorAsInt());
        }
        return problem.sizes().stream()
                .filter(size -> size.bound() && extent.equals(new Symbol(Kind.SIZE, size.name(), List.of())))
                .mapToInt(Declaration.Size::value)
                .findFirst();
    }

    @Override
    public Expression exchanged(List<Expression> factors) {
        return Times.of(inOrder(factors));
    }

    /** With the names of fields, and letters for indices. */
    @Override
    public String told(List<Expression> factors) {
        Expression product = new DensityFactors(problem).told(Times.of(factors));
        List<Index> own = FreeIndices.of(product);
        IndexLetters letters = new IndexLetters(problem);
        Map<String, IndexTerm> shown = new LinkedHashMap<>();
        List<Index> chosen = letters.lettersFor(own);
        for (int i = 0; i < own.size(); i++) {
            shown.put(own.get(i).name(), chosen.get(i));
        }
        Substitution names = Substitution.atoms(atom -> atom instanceof Field f
                ? problem.field(f.vector().family(), f.sample())
                        .<Expression>map(d -> new Symbol(Kind.FIELD, d.name(), Indices.of(f)))
                        .orElse(f)
                : atom);
        return ExpressionText.of(letters.bound(Substitution.indices(shown).in(names.in(product))));
    }

    /** True if every term has exactly one variable, and there are at least two terms. */
    boolean isCombination(Expression expression) {
        List<Expansion.Monomial> monomials = Expansion.of(expression, this::isVariable);
        return monomials.size() > 1
                && monomials.stream()
                        .allMatch(m -> m.factors().size() == 1
                                && isVariable(m.factors().get(0)));
    }

    /** Gives a linear combination a name. */
    Combination name(String wanted, List<Index> indices, Expression value, String meaning) {
        Combination combination = new Combination(table.free(wanted), indices, value, meaning);
        combinations.put(combination.name(), combination);
        return combination;
    }

    @Override
    public Expression of(Expression a, Expression b) {
        List<Expression> alike = ExchangeableSamples.arePlaced(a, b) ? inOrder(List.of(a, b)) : List.of(a, b);
        boolean swap = compare(alike.get(0), alike.get(1)) > 0;
        Expression first = alike.get(swap ? 1 : 0);
        Expression second = alike.get(swap ? 0 : 1);
        String key = "covariance " + key(first) + " " + key(second);
        if (!table.knows(key)) {
            define(key, first, second);
        }
        List<IndexTerm> places = new ArrayList<>(Indices.of(first));
        places.addAll(Indices.of(second));
        return table.at(key, places);
    }

    /** With samples that are drawn alike exchanged; a combination of fields is of samples that its name does not tell. */
    private List<Expression> inOrder(List<Expression> factors) {
        boolean told = factors.stream().noneMatch(f -> Expansion.contains(f, NamedCovariance::isCombinationSymbol));
        return told && !exchangeable.isEmpty() ? exchangeable.inOrder(factors) : factors;
    }

    /** Covariances of all families among the variables, each pair once. */
    List<NamedTerm> between(List<Expression> variables) {
        Map<String, Expression> families = new TreeMap<>();
        variables.forEach(v -> families.putIfAbsent(key(v), v));
        List<Expression> one = families.values().stream().sorted(this::compare).toList();
        List<NamedTerm> pieces = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            for (Expression other : one.subList(i, one.size())) {
                List<Index> indices = new ArrayList<>();
                Expression a = generic(one.get(i), indices);
                Expression b = generic(other, indices);
                Statistic statistic = new Statistic(Statistic.Kind.COVARIANCE, List.of(a, b), List.of());
                pieces.add(NamedTerm.of("", indices, of(a, b), "").of(Optional.of(statistic)));
            }
        }
        return pieces;
    }

    private void define(String key, Expression first, Expression second) {
        List<Index> indices = new ArrayList<>();
        Expression a = generic(first, indices);
        Expression b = generic(second, indices);
        String nameA = shortName(a);
        String nameB = shortName(b);
        String name = nameA.length() == 1 && nameB.length() == 1 ? "C_" + nameA + nameB : "C_" + nameA + "_" + nameB;
        String meaning = "Mean[" + shown(a) + " " + shown(b) + "]";
        table.define(key, name, indices, value(a, b), meaning);
    }

    private Expression value(Expression a, Expression b) {
        if (isCombinationSymbol(b)) {
            return overCombination(b, a);
        }
        return isCombinationSymbol(a) ? overCombination(a, b) : fields.of(a, b);
    }

    private Expression overCombination(Expression combination, Expression other) {
        List<Expression> terms = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(definition((Symbol) combination), this::isVariable)) {
            Expression covariance = of(m.factors().get(0), other);
            terms.add(IndexSum.of(m.sums(), m.coefficient().times(covariance)));
        }
        return Plus.of(terms);
    }

    private Expression definition(Symbol symbol) {
        Combination combination = combinations.get(symbol.name());
        if (combination == null) {
            throw new IllegalStateException("no combination is called " + symbol.name());
        }
        Map<String, IndexTerm> places = new LinkedHashMap<>();
        for (int i = 0; i < symbol.indices().size(); i++) {
            places.put(combination.indices().get(i).name(), symbol.indices().get(i));
        }
        return Substitution.indices(places).in(combination.value());
    }

    private static boolean isCombinationSymbol(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.COMBINATION;
    }

    /** The same variable with new indices, which are added to the list. */
    Expression generic(Expression variable, List<Index> indices) {
        List<IndexTerm> places = new ArrayList<>();
        for (Expression extent : extents(variable)) {
            Index index = Fresh.index(extent);
            indices.add(index);
            places.add(index);
        }
        if (variable instanceof Field f) {
            int first = f.block().size();
            return new Field(
                    new VectorTerm(f.vector().family(), places.subList(first, places.size())),
                    f.sample(),
                    places.subList(0, first));
        }
        Symbol s = (Symbol) variable;
        return new Symbol(s.kind(), s.name(), places);
    }

    /** How far the indices of a variable's family run, whatever this occurrence's do. */
    private List<Expression> extents(Expression variable) {
        if (variable instanceof Field f) {
            List<Expression> extents = new ArrayList<>();
            if (!f.block().isEmpty()) {
                extents.add(problem.blocks().orElseThrow());
            }
            extents.addAll(problem.vectors(f.vector().family()).orElseThrow().copies());
            return extents;
        }
        Symbol s = (Symbol) variable;
        if (s.kind() == Kind.COMBINATION) {
            return Objects.requireNonNull(combinations.get(s.name()), s.name()).indices().stream()
                    .map(Index::extent)
                    .toList();
        }
        return problem.randoms().stream()
                .filter(r -> r.name().equals(s.name()))
                .flatMap(r -> r.copies().stream())
                .toList();
    }

    int compare(Expression a, Expression b) {
        int byRank = Integer.compare(rank(a), rank(b));
        int byBlock = byRank != 0 ? byRank : Integer.compare(blocks(a), blocks(b));
        return byBlock != 0 ? byBlock : a.compareTo(b);
    }

    private static int blocks(Expression variable) {
        return variable instanceof Field f ? f.block().size() : 0;
    }

    /** Combinations first, then fields as declared, then others. */
    private int rank(Expression variable) {
        if (isCombinationSymbol(variable)) {
            return new ArrayList<>(combinations.keySet()).indexOf(((Symbol) variable).name());
        }
        int first = combinations.size() + 1000;
        if (variable instanceof Field f) {
            for (int i = 0; i < problem.fields().size(); i++) {
                var declared = problem.fields().get(i);
                if (declared.family().equals(f.vector().family())
                        && declared.sample().equals(f.sample())) {
                    return first + i;
                }
            }
        }
        return first + problem.fields().size();
    }

    static String key(Expression variable) {
        return variable instanceof Field f
                ? "field " + f.vector().family() + "." + f.sample() + (f.block().isEmpty() ? "" : " in a block")
                : ((Symbol) variable).kind() + " " + ((Symbol) variable).name();
    }

    String shortName(Expression variable) {
        if (variable instanceof Field f) {
            String name = problem.field(f.vector().family(), f.sample())
                    .map(declared -> declared.name())
                    .orElse(f.vector().family());
            return f.block().isEmpty() ? name : name + "b";
        }
        return ((Symbol) variable).name();
    }

    String shown(Expression variable) {
        return ExpressionText.indexed(shortName(variable), Indices.of(variable));
    }
}
