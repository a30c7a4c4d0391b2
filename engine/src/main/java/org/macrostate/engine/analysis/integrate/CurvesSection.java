package org.macrostate.engine.analysis.integrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.analysis.FiniteRuns;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.StatisticalTest;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.TimePhrase;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.Typesetter;

/** Learning curves: their initial condition, their final values, and the distance of the runs from them. */
public final class CurvesSection {
    private CurvesSection() {}

    public static Section of(
            SectionContext context,
            SectionContext.AnsweredItem<IntegrateAnswer> answered,
            LearningCurves curves,
            Block figure) {
        Typesetter typesetter = context.typesetter();
        IntegrateAnswer answer = answered.answer();
        IntegrateQuestion asked = (IntegrateQuestion) answered.item().question();
        List<Block> blocks = new ArrayList<>();
        Map<String, Double> start = new LinkedHashMap<>();
        for (int i = 0; i < answer.start().length; i++) {
            start.put(answer.labels().get(i), answer.start()[i]);
        }
        Prose prose = Prose.text("Figure ")
                .andRef(label(answered))
                .and(" shows ")
                .andMath(FormulaPhrases.symbol(typesetter, curves.quantity()))
                .and(" from the start ")
                .and(FormulaPhrases.assignments(typesetter, start))
                .and(" up to ")
                .andMath(
                        FormulaPhrases.assignment(typesetter, "t", asked.times().end()))
                .and(".");
        blocks.add(new Block.Paragraph(prose));
        blocks.add(figure);
        blocks.add(new Block.Paragraph(ends(typesetter, answer, curves)));
        curves.runs().ifPresent(runs -> blocks.add(new Block.Paragraph(runs(context, answer, curves, runs))));
        return new Section("Learning curves", answered.item().name(), blocks, List.of());
    }

    public static String label(SectionContext.AnsweredItem<IntegrateAnswer> answered) {
        return "figure of " + answered.item().name();
    }

    public static Prose caption(
            SectionContext context, SectionContext.AnsweredItem<IntegrateAnswer> answered, LearningCurves curves) {
        Typesetter typesetter = context.typesetter();
        Map<String, Double> parameters =
                new LinkedHashMap<>(answered.item().subject().parameterValues());
        parameters.remove(answered.answer().kind().parameter());
        Prose prose = Prose.text("Learning curves: ")
                .andMath(FormulaPhrases.symbol(typesetter, curves.quantity()))
                .and(" against ")
                .and(TimePhrase.apposition(context.problem()))
                .and(". Lines: the order-parameter equations");
        if (answered.answer().dimension().isPresent()) {
            prose = prose.and("; areas: the standard deviation that they predict of one run at ")
                    .andMath(FormulaPhrases.assignment(
                            typesetter, "N", answered.answer().dimension().get()));
        }
        if (curves.runs().isPresent()) {
            FiniteRuns runs = curves.runs().get();
            prose = prose.and("; marks: mean and standard deviation over " + runs.runs() + " runs of SGD at ")
                    .andMath(FormulaPhrases.assignment(typesetter, "N", runs.dimension()))
                    .and(runs.isReduced() ? " (exact overlap process)" : "");
        }
        return prose.and(". ")
                .and(FormulaPhrases.assignments(typesetter, parameters))
                .and(".");
    }

    private static Prose ends(Typesetter typesetter, IntegrateAnswer answer, LearningCurves curves) {
        int column = answer.observables().indexOf(curves.quantity());
        List<Prose> ends = new ArrayList<>();
        for (IntegrateAnswer.Curve curve : answer.curves()) {
            int last = curve.trajectory().times().length - 1;
            if (last < 0) {
                continue;
            }
            double value = column < 0 ? curve.trajectory().states()[last][0] : curve.observables()[last][column];
            Prose end = FormulaPhrases.number(value);
            ends.add(curve.value()
                    .map(v -> end.and(" for ")
                            .andMath(FormulaPhrases.assignment(
                                    typesetter, answer.kind().parameter(), v)))
                    .orElse(end));
        }
        return Prose.text("At the end ")
                .andMath(FormulaPhrases.symbol(typesetter, curves.quantity()))
                .and(" is ")
                .and(FormulaPhrases.list(ends))
                .and(".");
    }

    /** The largest distance of the runs' mean from the curve, in standard errors of that mean. */
    private static Prose runs(SectionContext context, IntegrateAnswer answer, LearningCurves curves, FiniteRuns runs) {
        int column = answer.observables().indexOf(curves.quantity());
        double largest = 0;
        List<FiniteRuns.Mean> means = runs.means(curves.quantity());
        for (int c = 0; c < means.size(); c++) {
            FiniteRuns.Mean course = means.get(c);
            IntegrateAnswer.Curve curve = answer.curves().get(c);
            for (int i = 0; i < course.t().length; i++) {
                double theory = interpolated(curve, column, course.t()[i]);
                largest = Math.max(largest, Math.abs(course.mean()[i] - theory));
            }
        }
        Prose prose = Prose.text("The mean over " + FormulaPhrases.count(runs.runs()) + " runs at ")
                .andMath(FormulaPhrases.assignment(context.typesetter(), "N", runs.dimension()))
                .and(" stays within ")
                .and(Prose.number(largest, 2))
                .and(" of the curves throughout, deviations of order 1/N included");
        return context.told(StatisticalTest.class).stream()
                .filter(check -> !check.item().quiet())
                .findFirst()
                .map(check -> prose.and("; what remains of them for large N is the subject of Section ")
                        .andRef(check.item().name())
                        .and("."))
                .orElse(prose.and("."));
    }

    private static double interpolated(IntegrateAnswer.Curve curve, int column, double t) {
        double[] times = curve.trajectory().times();
        int i = java.util.Arrays.binarySearch(times, t);
        int right = i >= 0 ? i : Math.min(-i - 1, times.length - 1);
        int left = i >= 0 ? i : Math.max(0, right - 1);
        double weight = times[right] > times[left] ? (t - times[left]) / (times[right] - times[left]) : 0;
        return (1 - weight) * value(curve, column, left) + weight * value(curve, column, right);
    }

    private static double value(IntegrateAnswer.Curve curve, int column, int row) {
        return column < 0 ? curve.trajectory().states()[row][0] : curve.observables()[row][column];
    }
}
