package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Scope;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * The names of a derived system: sizes, parameters, order parameters, scalars, pieces, observables and time. What
 * {@code ExpressionText} prints of the system reads back as the same expression.
 */
public final class SystemScope implements Scope {
    /** A variable of an expectation that is integrated when it is evaluated. */
    private static final Pattern PLACE = Pattern.compile(Apply.PLACE + "\\d{1,3}(_\\d{1,3})?");

    private final OrderParameterSystem system;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    public SystemScope(OrderParameterSystem system) {
        this.system = system;
        var problem = system.problem();
        problem.sizes().forEach(s -> meanings.put(s.name(), new Meaning.Quantity(Kind.SIZE, List.of())));
        problem.parameters()
                .forEach(p -> meanings.put(
                        p.name(),
                        new Meaning.Quantity(
                                Kind.PARAMETER, p.copies().map(List::of).orElse(List.of()))));
        problem.vectors().forEach(v -> meanings.put(v.name(), new Meaning.Vector(v.copies())));
        problem.spectra().forEach(s -> meanings.put(s.name(), new Meaning.Spectrum()));
        system.pieces().forEach(p -> meanings.put(p.name(), new Meaning.Quantity(Kind.PIECE, extents(p.indices()))));
        system.tables()
                .forEach(t -> meanings.put(
                        t.name(),
                        new Meaning.Quantity(
                                Kind.TABLE, List.of(Expression.of(t.values().size())))));
        system.variables().forEach(v -> meanings.put(v.name(), new Meaning.Quantity(v.kind(), extents(v.indices()))));
        system.observables().forEach(o -> meanings.putIfAbsent(o.name(), new Meaning.Defined(o.value())));
        meanings.putIfAbsent("t", new Meaning.Quantity(Kind.TIME, List.of()));
    }

    /**
     * Reads an expression about a system.
     *
     * @throws BadInput if the text is no expression in the system's names
     */
    public static Expression read(OrderParameterSystem system, Text text) {
        return Elaborator.elaborate(text, new SystemScope(system));
    }

    private static List<Expression> extents(List<Index> indices) {
        return indices.stream().map(Index::extent).toList();
    }

    @Override
    public boolean allowsMatrixFunctions() {
        return true;
    }

    @Override
    public boolean allowsNeighbours() {
        return system.problem().vectors().isEmpty();
    }

    @Override
    public Optional<Meaning> meaning(String name) {
        Meaning known = meanings.get(name);
        boolean place = known == null && PLACE.matcher(name).matches();
        return place ? Optional.of(new Meaning.Quantity(Kind.FIELD, List.of())) : Optional.ofNullable(known);
    }

    @Override
    public Collection<String> names() {
        return meanings.keySet();
    }

    @Override
    public Expression overlap(VectorTerm left, VectorTerm right) {
        Optional<StateVariable> variable = variable(left, right);
        if (variable.isEmpty() || !variable.get().inBlocks()) {
            return inBlock(left, right, List.of());
        }
        Index block = Fresh.index(variable.get().indices().get(0).extent());
        return IndexSum.of(block, inBlock(left, right, List.of(block)));
    }

    @Override
    public Expression overlap(VectorTerm left, VectorTerm right, IndexTerm block) {
        return inBlock(left, right, List.of(block));
    }

    @Override
    public Expression weightedOverlap(VectorTerm left, String spectrum, VectorTerm right) {
        Declaration.Spectrum declared = system.problem().spectra().stream()
                .filter(s -> s.name().equals(spectrum))
                .findFirst()
                .orElseThrow();
        Index block = Fresh.index(declared.blocks());
        return IndexSum.of(block, declared.valueAt(block).times(inBlock(left, right, List.of(block))));
    }

    private Optional<StateVariable> variable(VectorTerm left, VectorTerm right) {
        return system.variables().stream()
                .filter(v -> new HashSet<>(List.of(v.left(), v.right()))
                        .equals(new HashSet<>(List.of(left.family(), right.family()))))
                .findFirst();
    }

    private Expression inBlock(VectorTerm left, VectorTerm right, List<IndexTerm> block) {
        Optional<StateVariable> variable = variable(left, right);
        if (variable.isEmpty()) {
            return new OverlapAlgebra(system.problem()).of(left, right, block);
        }
        List<IndexTerm> places = new ArrayList<>(block);
        boolean straight = variable.get().left().equals(left.family());
        places.addAll(straight ? join(left, right) : join(right, left));
        return variable.get().at(places);
    }

    private static List<IndexTerm> join(VectorTerm left, VectorTerm right) {
        return java.util.stream.Stream.concat(left.indices().stream(), right.indices().stream())
                .toList();
    }

    @Override
    public Expression field(VectorTerm vector, String sample) {
        throw new BadInput("a field has no value in a derived system");
    }

    @Override
    public OptionalInt copies(Expression extent) {
        return extent instanceof Rational r
                        && r.value().getDenominator().equals(java.math.BigInteger.ONE)
                        && Math.abs(r.value().doubleValue()) < 1e9
                ? OptionalInt.of(r.value().getNumeratorAsInt())
                : OptionalInt.empty();
    }
}
