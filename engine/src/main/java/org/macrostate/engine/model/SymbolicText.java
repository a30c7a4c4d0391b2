package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.reports.latex.ExpressionLatex;
import org.macrostate.reports.typeset.Typesetter;

/** Symbolic results as JSON: {@code {"text": …, "latex": …}}, where the text parses back. */
public final class SymbolicText {
    private final ExpressionLatex latex;

    public SymbolicText(LearningProblem problem) {
        this.latex = new ExpressionLatex(Typesetter.of(problem));
    }

    public Map<String, Object> json(Expression expression) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", ExpressionText.of(expression));
        json.put("latex", latex.of(expression));
        return json;
    }

    /** The condition that an expression is positive. */
    public Map<String, Object> positive(Expression expression) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", ExpressionText.of(expression) + " > 0");
        json.put("latex", latex.of(expression) + " > 0");
        return json;
    }
}
