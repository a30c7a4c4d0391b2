package org.macrostate.engine.study.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.live.LivePart;
import org.macrostate.solvers.phase.PhaseDiagram;

/** The study's model as a live section of the HTML report. It begins with what the study asked of the model. */
public final class LiveSection {
    private LiveSection() {}

    /**
     * The section.
     *
     * @throws BadInput if the model's equations are too large for a page, or have functions for which it has no code
     */
    public static LivePart of(ReportInput report) {
        LiveInput input = LiveInput.NONE;
        for (Answered item : report.items()) {
            if (isOfSameEquations(item.subject(), report.subject())) {
                Optional<LiveInput> more =
                        Analyses.find(item.question().name()).map(analysis -> of(analysis, item, report.subject()));
                input = input.and(more.orElse(LiveInput.NONE));
            }
        }
        return Analyses.live(report.subject(), input);
    }

    private static boolean isOfSameEquations(ModelInstance one, ModelInstance other) {
        return one.problem().hash().equals(other.problem().hash())
                && one.sizes().equals(other.sizes())
                && one.system().limit().equals(other.system().limit())
                && one.settings()
                        .theory()
                        .subspace()
                        .equals(other.settings().theory().subspace());
    }

    @SuppressWarnings("unchecked") // the question was read by this analysis
    private static <Q extends Question, A extends Answer> LiveInput of(
            Analysis<Q, A> analysis, Answered item, ModelInstance subject) {
        LiveInput input = item.as(analysis.answers())
                .map(answer -> analysis.live((Q) item.question(), answer))
                .orElse(LiveInput.NONE);
        LiveInput here =
                item.subject().parameterValues().equals(subject.parameterValues()) ? input : input.withoutFixedPoints();
        return here.diagram().map(map -> fits(item, map, subject)).orElse(true) ? here : here.withoutDiagram();
    }

    /** A diagram of single parameters in which all others are as the study sets them. */
    private static boolean fits(Answered item, PhaseDiagram map, ModelInstance subject) {
        List<String> varied = List.of(map.x().parameter(), map.y().parameter());
        Map<String, Double> here = subject.parameterValues();
        return here.keySet().containsAll(varied)
                && item.subject().parameterValues().entrySet().stream()
                        .allMatch(
                                e -> varied.contains(e.getKey()) || e.getValue().equals(here.get(e.getKey())));
    }
}
