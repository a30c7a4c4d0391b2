package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.ExpressionReader;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.solvers.integrate.QuadratureAlong;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Parameters that follow an expression in time: {@code beta=Tanh[t/3000]}. */
public final class Schedules {
    private Schedules() {}

    /**
     * Reads the texts in the problem's names.
     *
     * @throws BadInput if a parameter or a name in an expression is unknown
     */
    public static Map<String, Expression> read(LearningProblem problem, Map<String, String> texts) {
        Map<String, Expression> schedules = new LinkedHashMap<>();
        texts.forEach((parameter, text) -> {
            if (problem.parameter(parameter).isEmpty()) {
                throw BadInput.unknownName(
                        "parameter",
                        parameter,
                        problem.parameters().stream().map(p -> p.name()).toList());
            }
            schedules.put(parameter, ExpressionReader.schedule(problem, Text.of(text)));
        });
        return schedules;
    }

    /** The subject's equations under schedules. */
    public static CompiledSystem compiled(ModelInstance subject, Map<String, Expression> schedules) {
        return schedules.isEmpty()
                ? subject.compiled()
                : CompiledSystem.of(bound(subject, schedules, subject.system()));
    }

    /** Equations of the subject's state under schedules. */
    static BoundSystem bound(ModelInstance subject, Map<String, Expression> schedules, OrderParameterSystem system) {
        return BoundSystem.of(system, subject.sizes(), schedules);
    }

    /**
     * How far numerical integration is off along a trajectory of the subject; empty where every expectation is a closed form,
     * there is no state, or it is not asked for.
     *
     * @param rows states, one a time; not modified
     * @param evaluations of the rates that were needed; empty where states come from elsewhere, and as many as there may be are
     *     looked at
     */
    public static Optional<QuadratureAlong> quadrature(
            ModelInstance subject,
            Map<String, Expression> schedules,
            double[] times,
            double[][] rows,
            OptionalLong evaluations) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        int nodes = QuadratureError.refined(subject.settings().theory().quadratureNodes());
        return subject.refined().flatMap(system -> {
            BoundSystem own = compiled(subject, schedules).bound();
            BoundSystem finer = system.equals(subject.system()) ? own : bound(subject, schedules, system);
            return QuadratureAlong.of(own, finer, nodes, subject.parameters(), times, rows, evaluations);
        });
    }
}
