package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.adjoint.CostateCheck;
import org.macrostate.equations.adjoint.CostateSystem;
import org.macrostate.equations.adjoint.SwitchingFunction;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.typeset.Typesetter;

/**
 * The Hamiltonian of a system, its costate equations, switching functions and singular controls, as they are shown: in index
 * form, or an equation for each element. {@link CostateText}, {@link CostateBlocks} and {@link CostateJson} write them.
 *
 * @param controls parameters that are told of
 * @param agrees whether the formulas agree with the compiled system at random points
 * @param expanded whether with sizes bound, one formula for each element
 */
public record CostateFormulas(
        CostateSystem costates, List<SwitchingFunction> controls, boolean agrees, Sizes sizes, boolean expanded) {
    static final String END =
            "at the end of [0, T] p = dphi/dX for a goal phi(X(T)); at a time of first passage of g through a level"
                    + " p = -grad g/(dg/dt)";
    static final String SYMMETRIC =
            "the costate of a symmetric overlap is a symmetric matrix, and H sums over all its entries: off the diagonal an entry"
                    + " is half the derivative of the goal by the overlap";
    static final String DISAGREES =
            "these formulas do not agree with the compiled system at random points: do not use them";

    public CostateFormulas {
        controls = List.copyOf(controls);
    }

    /**
     * Derives and checks them.
     *
     * @param names of parameters; empty for all that the Hamiltonian contains
     * @throws org.macrostate.equations.BadInput if a function in the equations has no derivative in closed form
     */
    public static CostateFormulas of(CostateSystem costates, List<String> names, Sizes sizes, boolean expanded) {
        List<SwitchingFunction> controls = names.isEmpty()
                ? costates.switching()
                : names.stream()
                        .flatMap(name -> costates.switching(name).stream())
                        .toList();
        return new CostateFormulas(costates, controls, CostateCheck.agrees(costates, controls, sizes), sizes, expanded);
    }

    /** A formula with what stands on its left. */
    record Line(String name, List<IndexTerm> places, Expression right) {
        String label() {
            return ExpressionText.indexed(name, places);
        }
    }

    private List<Line> lines(String name, List<Index> indices, Expression value) {
        if (!expanded) {
            return List.of(new Line(name, List.copyOf(indices), value));
        }
        Unrolled unrolled = new Unrolled(costates.joined(), sizes);
        return Places.all(indices, sizes).stream()
                .map(place -> new Line(name, positions(place), unrolled.at(indices, place, value)))
                .toList();
    }

    private static List<IndexTerm> positions(List<Integer> place) {
        return place.stream().map(Position::new).map(IndexTerm.class::cast).toList();
    }

    /** As it is shown: written out where sizes are bound. */
    Expression shown(Expression e) {
        return expanded ? new Unrolled(costates.joined(), sizes).at(List.of(), List.of(), e) : e;
    }

    /** Derivatives of the Hamiltonian by named parts. */
    List<Line> parts() {
        List<Line> all = new ArrayList<>();
        for (NamedTerm part : costates.parts()) {
            all.addAll(lines(part.name(), part.indices(), part.value()));
        }
        return all;
    }

    /** Time derivatives of the costates. */
    List<Line> equations() {
        List<Line> all = new ArrayList<>();
        for (Equation equation : costates.equations()) {
            String name = equation.variable().name();
            if (!expanded) {
                all.add(new Line(name, List.copyOf(equation.variable().indices()), equation.rate()));
                continue;
            }
            Unrolled unrolled = new Unrolled(costates.joined(), sizes);
            for (List<Integer> place : Places.all(equation.variable(), sizes)) {
                all.add(new Line(
                        name, positions(place), unrolled.at(equation.variable().indices(), place, equation.rate())));
            }
        }
        return all;
    }

    /** Whether a costate is a symmetric matrix. */
    boolean hasSymmetric() {
        return costates.equations().stream()
                .anyMatch(equation -> equation.variable().symmetric()
                        && equation.variable().indices().size()
                                > equation.variable().blockPlaces() + 1);
    }

    /** Sections of plain text. */
    public String text() {
        return new CostateText(this).text();
    }

    /** Paragraphs and displays of a report. */
    public List<Block> blocks(Typesetter typesetter) {
        return new CostateBlocks(this, typesetter).blocks();
    }

    /** As {@link CostateJson} says. */
    public Map<String, Object> json() {
        return new CostateJson(this).json();
    }
}
