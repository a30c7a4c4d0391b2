package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.code.CodeLanguage;
import org.macrostate.reports.code.CodeSource;
import org.macrostate.reports.code.SystemCode;

/** A derived system as code of another language, with the values that the subject is set to as defaults. */
public final class DerivedCode {
    private DerivedCode() {}

    /** @param system of the subject; where it integrates to an accuracy, the code has sums over fixed nodes */
    public static String of(OrderParameterSystem system, ModelInstance subject, CodeLanguage language) {
        OrderParameterSystem written = system.numericalPieces().isEmpty() ? system : subject.withFixedNodes();
        List<Double> parameters = Arrays.stream(subject.parameters()).boxed().toList();
        return SystemCode.of(new CodeSource(written, subject.sizes(), parameters, head(written)), language);
    }

    private static List<String> head(OrderParameterSystem system) {
        LearningProblem problem = system.problem();
        List<String> head = new ArrayList<>();
        head.add(problem.name() + (problem.title().isEmpty() ? "" : ": " + problem.title()));
        if (!problem.cite().isEmpty()) {
            head.add(String.join("; ", problem.cite()));
        }
        String title = system.title();
        head.add(Character.toUpperCase(title.charAt(0)) + title.substring(1) + ". Derived by " + MadeBy.thisProgram()
                + ", model " + problem.hash().substring(0, 12) + ".");
        return head;
    }
}
