package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.macrostate.equations.derive.FieldDefinition;
import org.macrostate.equations.derive.Notation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** What is to be known before a system's formulas, in plain text and as blocks of a document. */
public final class NotationText {
    private NotationText() {}

    /** Of the form that readers get: of functions of fields, or of variances where there are none. */
    public static Optional<Notation> of(OrderParameterSystem system) {
        Optional<PaperNotation> form = PaperNotation.of(system);
        return form.isPresent() ? form.map(PaperNotation::notation) : Notation.of(system);
    }

    public static String text(Notation notation) {
        StringBuilder text = new StringBuilder("\n" + notation.opening() + "\n");
        for (FieldDefinition line : notation.definitions()) {
            text.append("  ")
                    .append(ExpressionText.of(line.left()))
                    .append(" = ")
                    .append(line.mean().map(m -> ExpressionText.of(m) + " = ").orElse(""))
                    .append(ExpressionText.of(line.right()))
                    .append(line.where().isEmpty() ? "" : ",  " + words(line))
                    .append("\n");
        }
        return notation.closing().isEmpty()
                ? text.toString()
                : text.append("  (").append(notation.closing()).append(")\n").toString();
    }

    private static String words(FieldDefinition line) {
        String words = line.where();
        for (var formula : line.formulas()) {
            words = words.replaceFirst("\\{}", Matcher.quoteReplacement(ExpressionText.of(formula)));
        }
        return words;
    }

    /** A paragraph, the definitions and what is to be said of them. */
    public static List<Block> blocks(Notation notation, Typesetter typesetter) {
        List<EquationLine> lines = new ArrayList<>();
        Prose remarks = Prose.EMPTY;
        Prose own = own(notation, typesetter);
        for (FieldDefinition line : notation.definitions()
                .subList(notation.own(), notation.definitions().size())) {
            Layout left = typesetter.of(line.left());
            Layout value = typesetter.of(line.right());
            Layout right = line.mean()
                    .map(m -> Layout.equation(typesetter.of(m), value))
                    .orElse(value);
            if (!left.equals(right)) {
                lines.add(new EquationLine(left, right, ""));
            }
            if (!line.where().isEmpty()) {
                remarks = remarks.and("In ").andMath(left).and(", ");
                remarks = and(remarks, line, typesetter).and(". ");
            }
        }
        Prose last = notation.closing().isEmpty() ? remarks : remarks.and(sentence(notation.closing()) + ".");
        Block closing = new Block.Paragraph(last);
        if (lines.isEmpty()) {
            return List.of(new Block.Paragraph(own.and("Below are " + notation.opening() + ".")), closing);
        }
        return List.of(
                new Block.Paragraph(own.and(sentence(notation.opening()) + ":")),
                new Block.EquationBlock(lines),
                closing);
    }

    /** A sentence with the definitions of the model's own fields. */
    private static Prose own(Notation notation, Typesetter typesetter) {
        Prose sentence = Prose.EMPTY;
        for (FieldDefinition line : notation.definitions().subList(0, notation.own())) {
            Layout left = typesetter.of(line.left());
            Layout right = typesetter.of(line.right());
            if (!left.equals(right)) {
                String before = sentence.isEmpty()
                        ? notation.centred() ? "Fields are written without their means; " : "Of the fields, "
                        : ", ";
                sentence = sentence.and(before).andMath(Layout.equation(left, right));
            }
        }
        return sentence.isEmpty() ? sentence : sentence.and(". ");
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Prose and(Prose prose, FieldDefinition line, Typesetter typesetter) {
        String[] words = line.where().split("\\{}", -1);
        Prose longer = prose;
        for (int i = 0; i < words.length; i++) {
            longer = longer.and(words[i]);
            if (i < line.formulas().size()) {
                longer = longer.andMath(typesetter.of(line.formulas().get(i)));
            }
        }
        return longer;
    }
}
