package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.macrostate.engine.model.Unrolled;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.LeafCount;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.threshold.FixedPointConditions;

/** The formulas of a system: in index form, or with sizes bound, one for each element. */
final class DerivedLines {
    private final OrderParameterSystem system;
    private final boolean expanded;
    private final Sizes sizes;
    private final Unrolled unrolled;

    DerivedLines(OrderParameterSystem system, boolean expanded, Sizes sizes) {
        this.system = system;
        this.expanded = expanded;
        this.sizes = sizes;
        this.unrolled = new Unrolled(system, sizes);
    }

    List<DerivedLine> pieces() {
        return pieces(system.pieces());
    }

    List<DerivedLine> pieces(List<NamedTerm> some) {
        List<DerivedLine> lines = new ArrayList<>();
        for (NamedTerm piece : some) {
            if (expanded) {
                for (List<Integer> place : Places.all(piece.indices(), sizes)) {
                    lines.add(DerivedLine.part(
                            piece,
                            positions(place),
                            unrolled.at(piece.indices(), place, piece.value()),
                            unrolled.at(piece.indices(), place, piece.shown())));
                }
            } else {
                lines.add(DerivedLine.part(piece, List.copyOf(piece.indices()), piece.value(), piece.shown()));
            }
        }
        return lines;
    }

    /** How a part is computed. */
    List<DerivedLine> values(NamedTerm piece) {
        return pieces(List.of(piece)).stream()
                .map(l -> DerivedLine.part(piece, l.places(), l.right(), l.right()))
                .toList();
    }

    List<DerivedLine> equations() {
        List<DerivedLine> lines = new ArrayList<>();
        for (Equation equation : system.equations()) {
            lines.addAll(ofVariable(equation.variable(), equation.rate(), DerivedLine::rate));
        }
        return lines;
    }

    /** Where the state rests: right sides without the factors that cannot vanish. */
    List<DerivedLine> conditions() {
        return conditions(condition -> true);
    }

    /** Those that are shorter than the right sides by a fifth: what a page has room for beside the equations. */
    List<DerivedLine> shorterConditions() {
        return conditions(condition -> system.equations().stream()
                .filter(e -> e.variable().equals(condition.variable()))
                .anyMatch(e -> 5 * LeafCount.of(condition.vanishing()) <= 4 * LeafCount.of(e.rate())));
    }

    private List<DerivedLine> conditions(Predicate<FixedPointConditions.Condition> some) {
        List<DerivedLine> lines = new ArrayList<>();
        FixedPointConditions.of(system).stream()
                .filter(some)
                .forEach(c -> lines.addAll(ofVariable(c.variable(), c.vanishing(), DerivedLine::condition)));
        return lines;
    }

    private interface Written {
        DerivedLine of(String name, List<IndexTerm> places, Expression right);
    }

    private List<DerivedLine> ofVariable(StateVariable variable, Expression right, Written written) {
        if (!expanded) {
            return List.of(written.of(variable.name(), List.copyOf(variable.indices()), right));
        }
        List<DerivedLine> lines = new ArrayList<>();
        for (List<Integer> place : Places.all(variable, sizes)) {
            lines.add(written.of(variable.name(), positions(place), unrolled.at(variable.indices(), place, right)));
        }
        return lines;
    }

    List<DerivedLine> formulas(List<Formula> formulas) {
        return formulas.stream()
                .map(f -> DerivedLine.formula(
                        f.name(), expanded ? unrolled.at(List.of(), List.of(), f.value()) : f.value()))
                .toList();
    }

    private static List<IndexTerm> positions(List<Integer> place) {
        return place.stream().map(Position::new).map(IndexTerm.class::cast).toList();
    }
}
