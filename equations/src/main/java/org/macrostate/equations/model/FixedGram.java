package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Reads the overlaps of a fixed family with other fixed families, {@code v: {fixed: identity, overlaps: {u: V KroneckerDelta[i,j]}}} in the
 * indices i of v and j of u.
 */
final class FixedGram {
    private static final String ROW = "i";
    private static final String COLUMN = "j";
    private static final double ROUNDING = 1e-12;

    private final NameTable names;
    private final Entry entry;

    FixedGram(NameTable names, Entry entry) {
        this.names = names;
        this.entry = entry;
    }

    /** The overlaps of the family itself with these beside them. */
    Optional<FixedOverlaps> withOthers(Optional<FixedOverlaps> own) {
        if (entry.overlaps().isEmpty()) {
            return own;
        }
        List<FixedOverlaps.Others> others = new ArrayList<>();
        for (Map.Entry<Text, Text> stated : entry.overlaps().entrySet()) {
            stated.getKey().located(() -> {
                check(stated.getKey().value(), own.isPresent());
                return "";
            });
            others.add(others(stated.getKey().value(), stated.getValue()));
        }
        return own.map(o -> new FixedOverlaps(o.row(), o.column(), o.value(), others));
    }

    /**
     * Whether some vectors have all overlaps that are stated, at the defaults.
     *
     * @throws BadInput if not
     */
    static void check(List<Declaration.Vectors> vectors, NameTable names, ConstantValues constants) {
        if (vectors.stream()
                .allMatch(v -> v.fixed().map(f -> f.others().isEmpty()).orElse(true))) {
            return;
        }
        List<Declaration.Vectors> families = new ArrayList<>();
        List<List<Position>> places = new ArrayList<>();
        for (Declaration.Vectors family : vectors) {
            if (family.fixed().isPresent()) {
                for (List<Position> place : places(family, names)) {
                    families.add(family);
                    places.add(place);
                }
            }
        }
        Map<Symbol, Double> defaults = SpectrumReading.withCopies(names, constants);
        double[][] gram = new double[families.size()][families.size()];
        for (int a = 0; a < gram.length; a++) {
            for (int b = 0; b < gram.length; b++) {
                gram[a][b] = NumericValue.of(
                        FixedOverlaps.of(families.get(a), places.get(a), families.get(b), places.get(b)), defaults);
            }
        }
        DoubleSummaryStatistics eigenvalues = Arrays.stream(
                        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(gram)).getEigenvalues())
                .summaryStatistics();
        double smallest = eigenvalues.getMin();
        if (!(smallest >= -ROUNDING * eigenvalues.getMax())) {
            throw new BadInput(
                    "the overlaps of the fixed vectors must be positive semidefinite, found an eigenvalue of "
                            + String.format(Locale.ROOT, "%.3g", smallest));
        }
    }

    private void check(String family, boolean fixed) {
        if (!names.names(Use.Sort.VECTOR).contains(family)) {
            throw BadInput.unknownName("vector", family, names.names(Use.Sort.VECTOR));
        }
        if (!fixed) {
            throw new BadInput("vectors " + entry.name()
                    + " are trained: their overlaps are order parameters, and start where --start says");
        }
        if (family.equals(entry.name())) {
            throw new BadInput("the overlaps of vectors " + family + " among themselves are stated by 'fixed'");
        }
        if (names.overlaps(family).isEmpty()) {
            throw new BadInput(
                    "overlaps are stated with fixed vectors that are declared before; " + family + " are not");
        }
        if (names.blocks().isPresent()) {
            throw new BadInput("overlaps of different fixed vectors may be stated in models without spectra");
        }
    }

    private FixedOverlaps.Others others(String family, Text text) {
        List<Index> i = FixedOverlapsReading.indices(ROW, extents(entry.name()));
        List<Index> j = FixedOverlapsReading.indices(COLUMN, extents(family));
        List<Index> free = new ArrayList<>(i);
        free.addAll(j);
        Expression value = Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS), free);
        List<Index> own =
                free.stream().map(index -> Fresh.index(index.extent())).toList();
        return new FixedOverlaps.Others(
                family,
                own.subList(0, i.size()),
                own.subList(i.size(), own.size()),
                Substitution.indices(free, own).in(value));
    }

    private List<Expression> extents(String family) {
        return names.find(family).orElseThrow().meaning().extents();
    }

    /** Of all copies at the default sizes. */
    private static List<List<Position>> places(Declaration.Vectors family, NameTable names) {
        List<List<Position>> places = List.of(List.of());
        for (Expression extent : family.copies()) {
            int count = names.copies(extent).orElse(0);
            places = places.stream()
                    .flatMap(first -> IntStream.rangeClosed(1, count)
                            .mapToObj(i -> Stream.concat(first.stream(), Stream.of(new Position(i)))
                                    .toList()))
                    .toList();
        }
        return places;
    }
}
