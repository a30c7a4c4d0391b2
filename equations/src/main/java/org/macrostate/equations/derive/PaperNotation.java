package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * A system as a paper prints it: conditional covariances, densities and means of signs are functions of fields, defined
 * once for any fields and not once for each combination of families, {@code C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h]}.
 */
public final class PaperNotation {
    private final OrderParameterSystem system;
    private final Map<Statistic.Kind, String> names;
    private final List<String> letters;
    private final MomentDefinitions moments;
    private final NamedFields fields;
    private final List<String> taken;

    private PaperNotation(OrderParameterSystem system) {
        this.system = system;
        Set<String> used = new HashSet<>();
        system.pieces().forEach(p -> used.add(p.name()));
        system.variables().forEach(v -> used.add(v.name()));
        var problem = system.problem();
        problem.parameters().forEach(p -> used.add(p.name()));
        problem.fields().forEach(f -> used.add(f.name()));
        problem.randoms().forEach(r -> used.add(r.name()));
        problem.sizes().forEach(s -> used.add(s.name()));
        this.taken = List.copyOf(used);
        this.names = Map.of(
                Statistic.Kind.COVARIANCE, free("C", "Cov"),
                Statistic.Kind.DENSITY, free("p", "dens"),
                Statistic.Kind.SIGNS, free("S", "Signs"));
        this.letters = Stream.concat(
                        Stream.of("f", "g", "h", "j", "u", "v", "q", "r", "s", "n", "o", "p"),
                        IntStream.iterate(1, i -> i + 1).mapToObj(i -> "f_" + i))
                .filter(l -> !taken.contains(l))
                .limit(MomentShape.MOST_FIELDS)
                .toList();
        Map<String, String> shown = new HashMap<>(Map.of(
                GeneralFields.DETERMINANT, free("D", "Det"),
                GeneralFields.BELLS, free("B", "Bells"),
                GeneralFields.MEAN, free("m", "E"),
                OrthantFields.POSITIVE, free("P", "Prob"),
                OrthantFields.TRUNCATED, free("T", "Trunc"),
                OrthantFields.SIGNED, hasStatistics() ? free("Z", "Signs") : free("S", "Signs"),
                OrthantFields.WITH_SIGNS, free("U", "Signed")));
        shown.put(OrthantFields.CONDITIONAL, shown.getOrDefault(GeneralFields.MEAN, ""));
        names.forEach((kind, name) -> shown.put(GeneralFields.name(kind), name));
        this.moments = new MomentDefinitions(system.functions(), shown, letters);
        this.fields = new NamedFields(
                system.pieces().stream().flatMap(p -> p.call().stream()).toList(),
                system.covariances().stream()
                        .flatMap(p -> p.statistic().stream())
                        .flatMap(s -> s.fields().stream())
                        .toList(),
                used);
    }

    /** The form, where it is shorter: fewer definitions than there are parts that need none in it. */
    public static Optional<PaperNotation> of(OrderParameterSystem system) {
        PaperNotation form = new PaperNotation(system);
        if (!system.functions().isEmpty()) {
            int plain = system.pieces().stream()
                    .mapToInt(p -> LeafCount.of(p.shown()))
                    .sum();
            int shorter = form.notation().definitions().stream()
                            .mapToInt(d -> LeafCount.of(d.right())
                                    + d.mean().map(LeafCount::of).orElse(0))
                            .sum()
                    + form.system().shownPieces().stream()
                            .mapToInt(p -> LeafCount.of(p.shown()))
                            .sum();
            return plain > shorter ? Optional.of(form) : Optional.empty();
        }
        long spared =
                system.pieces().stream().filter(p -> p.statistic().isPresent()).count();
        int needed = system.covariances().size() + form.statistics().general().size();
        return spared > needed ? Optional.of(form) : Optional.empty();
    }

    private String free(String wanted, String other) {
        return taken.contains(wanted) ? taken.contains(other) ? other + "_" : other : wanted;
    }

    private StatisticDefinitions statistics() {
        Set<String> shapes = system.pieces().stream()
                .flatMap(p -> p.statistic().stream())
                .map(StatisticDefinitions::shape)
                .collect(Collectors.toSet());
        return new StatisticDefinitions(names, free("W", "Share"), letters.subList(0, 4), shapes, system.tables());
    }

    /** Whether statistics are left in formulas once parts are functions of fields. */
    private boolean hasStatistics() {
        boolean ofFunctions = system.functions().stream()
                .filter(f -> !f.isOrthant())
                .flatMap(f -> f.value().stream())
                .flatMap(GeneralFields::functions)
                .anyMatch(f -> GeneralFields.statistic(f).isPresent());
        return ofFunctions
                || UsedTerms.uncalled(system).anyMatch(p -> p.statistic().isPresent());
    }

    /** Covariances of the fields, then what is made of them. */
    public Notation notation() {
        List<FieldDefinition> all = new ArrayList<>(fields.definitions());
        for (NamedTerm piece : system.covariances()) {
            all.add(new FieldDefinition(function(piece.statistic().orElseThrow()), piece.value()));
        }
        int own = all.size();
        boolean centred = moments.haveMeans();
        List<FieldDefinition> ofMoments = moments.all();
        Set<String> covered = moments.opening().isEmpty() ? Set.of() : namesOf(ofMoments);
        boolean statistics = hasStatistics();
        if (statistics) {
            statistics().general().stream()
                    .filter(d -> !covered.contains(((FieldFunction) d.left()).name()))
                    .forEach(all::add);
        }
        all.addAll(ofMoments);
        if (statistics) {
            return new Notation(statistics().opening(), all, statistics().convention(), own, centred);
        }
        String opening = "for any fields " + String.join(", ", letters.subList(0, 4)) + ": covariances";
        return moments.opening()
                .map(more -> new Notation(opening + more, all, OrthantFields.CONVENTION, own, centred))
                .orElseGet(() ->
                        new Notation(opening + " and what is made of them", all, moments.ofSigns(), own, centred));
    }

    private static Set<String> namesOf(List<FieldDefinition> definitions) {
        return definitions.stream()
                .flatMap(d -> d.left() instanceof FieldFunction f ? Stream.of(f.name()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** The same system with functions of fields in its formulas; to be shown, not to be computed with. */
    public OrderParameterSystem system() {
        OrderParameterSystem shown = withAllTables();
        Set<String> used = new HashSet<>();
        Stream.of(
                        shown.pieces().stream().map(NamedTerm::value),
                        system.nodePieces().stream().map(NamedTerm::value),
                        shown.equations().stream().map(Equation::rate),
                        shown.observables().stream().map(Formula::value),
                        notation().definitions().stream().map(FieldDefinition::right),
                        notation().definitions().stream().flatMap(d -> d.formulas().stream()))
                .flatMap(s -> s)
                .forEach(f -> tables(f, used));
        return shown.withTables(
                system.tables().stream().filter(t -> used.contains(t.name())).toList());
    }

    private static void tables(Expression e, Set<String> into) {
        if (e instanceof Symbol s && s.kind() == Kind.TABLE) {
            into.add(s.name());
        }
        e.children().forEach(child -> tables(child, into));
    }

    private OrderParameterSystem withAllTables() {
        return new OrderParameterSystem(
                system.problem(),
                system.limit(),
                system.equations().stream()
                        .map(e -> new Equation(e.variable(), in(e.rate())))
                        .toList(),
                system.pieces().stream()
                        .filter(p -> p.statistic().isEmpty() && p.call().isEmpty())
                        .map(p -> NamedTerm.of(p.name(), p.indices(), in(p.value()), p.meaning())
                                .by(p.rule(), p.numerical())
                                .of(p.statistic())
                                .integrating(p.integrand().map(this::in)))
                        .toList(),
                system.tables(),
                formulas(system.observables()),
                formulas(system.phases()),
                system.steps());
    }

    /** A named part as readers see it: its name, or the function of its fields. */
    public Expression shown(NamedTerm piece) {
        return in(new Symbol(Kind.PIECE, piece.name(), List.copyOf(piece.indices())));
    }

    private List<Formula> formulas(List<Formula> formulas) {
        return formulas.stream().map(f -> new Formula(f.name(), in(f.value()))).toList();
    }

    /** Keeps the letters that sums have: they were chosen for the eye. */
    private Expression in(Expression e) {
        if (e instanceof IndexBinder b) {
            return b.shown(b.index(), in(b.body()));
        }
        return e instanceof Symbol s && s.kind() == Kind.PIECE ? function(s) : Rebuilt.of(e, this::in);
    }

    private Expression function(Symbol symbol) {
        NamedTerm piece = system.piece(symbol.name()).orElseThrow();
        if (piece.statistic().isEmpty() && piece.call().isEmpty()) {
            return symbol;
        }
        Map<String, IndexTerm> places = new HashMap<>();
        for (int i = 0; i < piece.indices().size(); i++) {
            places.put(piece.indices().get(i).name(), symbol.indices().get(i));
        }
        FieldFunction function = piece.statistic()
                .map(this::function)
                .orElseGet(() -> moments.at(piece.call().orElseThrow().with(fields::shown)));
        return Substitution.indices(places).in(function);
    }

    private FieldFunction function(Statistic s) {
        return new FieldFunction(
                names.getOrDefault(s.kind(), ""),
                s.fields().stream().map(fields::shown).toList(),
                s.given().stream().map(fields::shown).toList());
    }
}
