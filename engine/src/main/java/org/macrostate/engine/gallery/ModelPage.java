package org.macrostate.engine.gallery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.AskedQuestion;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.AnswerPage;
import org.macrostate.equations.BadInput;

/**
 * The page of a model: live where its equations can be computed in a page, else only its equations.
 *
 * @param note one line on what is there
 */
record ModelPage(String html, String note, MadeBy madeBy) {
    static ModelPage of(ModelInstance subject, ExecutionContext work, String command) {
        Analysis<?, ?> explore = Analyses.find("explore").orElseThrow();
        Analysis<?, ?> derive = Analyses.find("derive").orElseThrow();
        try {
            String start = InitialCondition.somewhere(subject).values().entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(","));
            return asked(explore, start.isEmpty() ? Map.of() : Map.of("start", start), subject, work, command);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (BadInput | ArithmeticException noLivePage) {
            String why = Failure.of(noLivePage).why();
            ModelPage equations = asked(derive, Map.of(), subject, work, command);
            String html = new AnswerPage(
                            subject.problem().title(),
                            "No live page: " + why + ".",
                            List.of(),
                            List.of(),
                            Optional.of(equations.html()),
                            List.of(),
                            equations.madeBy().line(),
                            Optional.empty())
                    .html();
            return new ModelPage(html, "equations only: " + why, equations.madeBy());
        }
    }

    private static <Q extends Question, A extends Answer> ModelPage asked(
            Analysis<Q, A> analysis,
            Map<String, String> options,
            ModelInstance subject,
            ExecutionContext work,
            String command) {
        AskedQuestion<Q, A> asked = AskedQuestion.of(analysis, options, subject, work);
        MadeBy madeBy = asked.madeBy(command);
        return new ModelPage(asked.words(madeBy, false, Optional.empty()), asked.found(), madeBy);
    }
}
