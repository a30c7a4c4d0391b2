package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
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
    }

    /** The form, where it is shorter: fewer definitions than there are parts that need none in it. */
    public static Optional<PaperNotation> of(OrderParameterSystem system) {
        PaperNotation form = new PaperNotation(system);
        long spared =
                system.pieces().stream().filter(p -> p.statistic().isPresent()).count();
        int needed = system.covariances().size() + form.statistics().general().size();
        return spared > needed ? Optional.of(form) : Optional.empty();
    }

    private String free(String wanted, String other) {
        return taken.contains(wanted) ? taken.contains(other) ? other + "_" : other : wanted;
    }

    private StatisticDefinitions statistics() {
        List<String> letters = Stream.of("f", "g", "h", "j", "u", "v", "q", "r")
                .filter(l -> !taken.contains(l))
                .limit(4)
                .toList();
        Set<String> shapes = system.pieces().stream()
                .flatMap(p -> p.statistic().stream())
                .map(StatisticDefinitions::shape)
                .collect(Collectors.toSet());
        return new StatisticDefinitions(names, free("W", "Share"), letters, shapes, system.tables());
    }

    /** Covariances of the fields, then what is made of them. */
    public Notation notation() {
        List<FieldDefinition> all = new ArrayList<>();
        for (NamedTerm piece : system.covariances()) {
            all.add(new FieldDefinition(function(piece.statistic().orElseThrow()), piece.value()));
        }
        all.addAll(statistics().general());
        return new Notation(statistics().opening(), all, statistics().convention());
    }

    /** The same system with functions of fields in its formulas; to be shown, not to be computed with. */
    public OrderParameterSystem system() {
        return new OrderParameterSystem(
                system.problem(),
                system.limit(),
                system.equations().stream()
                        .map(e -> new Equation(e.variable(), in(e.rate())))
                        .toList(),
                system.pieces().stream()
                        .filter(p -> p.statistic().isEmpty())
                        .map(p -> new NamedTerm(
                                p.name(),
                                p.indices(),
                                in(p.value()),
                                p.meaning(),
                                p.rule(),
                                p.numerical(),
                                p.statistic(),
                                p.integrand()))
                        .toList(),
                system.tables(),
                formulas(system.observables()),
                formulas(system.phases()),
                system.steps());
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
        if (piece.statistic().isEmpty()) {
            return symbol;
        }
        Map<String, IndexTerm> places = new HashMap<>();
        for (int i = 0; i < piece.indices().size(); i++) {
            places.put(piece.indices().get(i).name(), symbol.indices().get(i));
        }
        return Substitution.indices(places).in(function(piece.statistic().get()));
    }

    private FieldFunction function(Statistic s) {
        return new FieldFunction(names.getOrDefault(s.kind(), ""), s.fields(), s.given());
    }
}
