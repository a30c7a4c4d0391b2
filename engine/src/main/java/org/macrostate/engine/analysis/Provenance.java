package org.macrostate.engine.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;

/** Says what an answer was made from. */
public final class Provenance {
    private Provenance() {}

    public static MadeBy of(ModelInstance subject, Question question, String command) {
        return of(subject, question, command, question.usesTheory() ? theory(subject) : Map.of());
    }

    /** The same where there is no time to tell how far numerical integration is off. */
    public static MadeBy withoutErrors(ModelInstance subject, Question question, String command) {
        return of(
                subject,
                question,
                command,
                question.usesTheory() ? subject.settings().theory().json() : Map.of());
    }

    private static MadeBy of(ModelInstance subject, Question question, String command, Map<String, Object> theory) {
        return new MadeBy(
                MadeBy.thisProgram(),
                subject.problem().name(),
                subject.hash(),
                subject.parameterValues(),
                subject.sizes().values(),
                question.seed(),
                question.tolerances(),
                theory,
                command);
    }

    private static Map<String, Object> theory(ModelInstance subject) {
        Map<String, Object> theory = subject.settings().theory().json();
        Map<String, Double> errors = subject.quadratureErrors();
        if (!errors.isEmpty()) {
            Map<String, Object> quadrature = new LinkedHashMap<>();
            int rule = subject.settings().theory().quadratureNodes();
            if (rule > 0) {
                quadrature.put("nodes", rule);
            } else {
                quadrature.put("accuracy", Double.parseDouble("1e" + rule));
            }
            quadrature.put("error estimate", errors);
            theory.put("integrated numerically", quadrature);
        }
        return theory;
    }
}
