package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.macrostate.engine.model.NotationText;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.equations.matrix.MatrixForm;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.latex.LatexFragment;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.MatrixTypesetter;
import org.macrostate.reports.typeset.Typesetter;

/**
 * A derived system as LaTeX to be input into a paper: equations numbered and labelled, the rest not.
 *
 * @param labels what every label begins with, so that several models fit into one paper
 * @param width that lines are broken for
 */
public record DerivedFragment(String labels, PaperWidth width) {
    private static final Pattern LABELS = Pattern.compile("[A-Za-z0-9:._-]*+");
    private static final Pattern PLACES = Pattern.compile("\\[[0-9,]++\\]");

    public DerivedFragment {
        if (!LABELS.matcher(labels).matches()) {
            throw new BadInput("--label-prefix goes into \\label: letters, digits and : . _ - are possible, found '"
                    + labels + "'");
        }
    }

    /** @param matrix whether in matrix form, where there is one, instead of index form */
    String of(DeriveAnswer answer, boolean matrix, MadeBy madeBy) {
        Typesetter typesetter = Typesetter.of(answer.system().problem());
        Optional<PaperNotation> readers = PaperNotation.of(answer.system());
        OrderParameterSystem shown = readers.map(PaperNotation::system).orElse(answer.system());
        DerivedLines lines = new DerivedLines(shown, answer.expanded(), answer.sizes());
        Optional<MatrixForm> form = matrix ? MatrixForm.of(answer.system()) : Optional.empty();
        List<EquationLine> pieces = new ArrayList<>();
        List<EquationLine> equations = new ArrayList<>();
        if (form.isPresent()) {
            MatrixTypesetter matrices = new MatrixTypesetter(typesetter);
            form.get().pieces().forEach(p -> pieces.add(matrices.of(p)));
            form.get().equations().forEach(e -> equations.add(matrices.of(e).labelled(labels + "eq:d" + e.name())));
            form.get()
                    .left()
                    .forEach(e -> equations.add(typesetter
                            .of(e)
                            .labelled(labels + "eq:d" + e.variable().name())));
        } else {
            lines.pieces().forEach(l -> pieces.add(l.typeset(typesetter)));
            lines.equations()
                    .forEach(l -> equations.add(l.typeset(typesetter).labelled(labels + "eq:d" + plain(l.label()))));
        }
        List<EquationLine> observed = lines.formulas(shown.observables()).stream()
                .map(l -> l.typeset(typesetter))
                .toList();
        List<Block> displays = new ArrayList<>();
        displays.add(new Block.EquationBlock(equations));
        if (form.isEmpty()) {
            NotationText.of(answer.system())
                    .ifPresent(notation -> displays.addAll(NotationText.blocks(notation, typesetter)));
        }
        for (List<EquationLine> group : List.of(pieces, observed)) {
            if (!group.isEmpty()) {
                displays.add(new Block.EquationBlock(group));
            }
        }
        return LatexFragment.equations(displays, madeBy.line(), width);
    }

    /** {@code Q[1,2]} as {@code Q-1-2}; in index form the name alone. */
    private static String plain(String label) {
        boolean expanded = PLACES.matcher(label).find();
        return expanded ? label.replaceAll("[\\[,]", "-").replace("]", "") : label.replaceAll("\\[[^\\[\\]]*+\\]", "");
    }
}
