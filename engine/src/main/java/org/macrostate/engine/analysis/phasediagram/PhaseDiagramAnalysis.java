package org.macrostate.engine.analysis.phasediagram;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerFigure;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.SectionContext;
import org.macrostate.engine.analysis.SectionFigures;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.RowWords;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseDiagram;

/** {@code phase-diagram}: the phase of every point of a plane of parameters, and boundary curves. */
public final class PhaseDiagramAnalysis implements Analysis<PhaseDiagramQuestion, PhaseDiagramAnswer> {
    private static final AnalysisOption<ParameterAxis> X = AnalysisOption.of(
                    "x",
                    OptionType.parsed(PhaseDiagramQuestion::axis),
                    "P=a:b:n",
                    "parameter along x: from a to b, n values")
            .required();
    private static final AnalysisOption<ParameterAxis> Y = AnalysisOption.of(
                    "y", OptionType.parsed(PhaseDiagramQuestion::axis), "P=a:b:n", "parameter along y")
            .required();
    private static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("seed of the random starts");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "phase-diagram",
                "The phase of every point of a grid of two parameters, boundary curves, and a figure.",
                List.of(X, Y, SEED),
                List.of(
                        "With --out FOLDER: phase.csv, boundaries.csv, phase-diagram.json and the figure. On a terminal a summary,",
                        "elsewhere both tables as CSV, an empty line between them. With --out, what is finished survives Ctrl-C, and",
                        "--resume goes on to the same bytes."),
                List.of("macrostate phase-diagram linear-vae --x beta=0:3:31 --y eta=0.1:2:20"));
    }

    @Override
    public PhaseDiagramQuestion question(OptionValues values) {
        return new PhaseDiagramQuestion(values.get(X), values.get(Y), values.get(SEED));
    }

    @Override
    public Class<PhaseDiagramAnswer> answers() {
        return PhaseDiagramAnswer.class;
    }

    @Override
    public String found(PhaseDiagramQuestion question, PhaseDiagramAnswer answer) {
        return "phases found: " + String.join(", ", answer.diagram().categories()) + "; "
                + RowWords.count(answer.diagram().boundaries().size(), "boundary curve");
    }

    @Override
    public String words(PhaseDiagramQuestion question, PhaseDiagramAnswer answer, AnswerView how) {
        List<DataTable> tables = answer.tables();
        return how.isInteractive()
                ? PhaseSummary.of(answer)
                : tables.get(0).csv() + "\r\n" + tables.get(1).csv();
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public List<String> figureNames() {
        return List.of(PhaseDrawing.NAME, PhaseDrawing.PIECES, PhaseDrawing.CLOSED, PhaseDrawing.JOINTS);
    }

    @Override
    public List<AnswerFigure<PhaseDiagramAnswer>> figures(PhaseDiagramQuestion question) {
        return List.of(new AnswerFigure<>(
                PhaseDrawing.NAME, (subject, answer, madeBy) -> PhaseDrawing.alone(subject.system(), answer, madeBy)));
    }

    @Override
    public Optional<Journaled> journal() {
        return Optional.of(Journaled.PIECES);
    }

    @Override
    public Optional<Class<? extends Record>> keptAs() {
        return Optional.of(PhaseDiagramAnswer.class);
    }

    @Override
    public Optional<Section> section(
            SectionContext context, SectionContext.AnsweredItem<PhaseDiagramAnswer> answered, SectionFigures figures) {
        ModelInstance subject = answered.item().subject();
        List<ClosedBoundary> closed = ClosedBoundary.of(context, subject, answered.answer());
        Drawing drawing = new PhaseDrawing(
                        context.typesetter(), answered.answer(), answered.item().suffix(), closed)
                .coloured(PhaseColours.order(subject.system()))
                .drawing(figures.madeBy());
        Prose caption = PhaseSection.caption(context, answered, closed);
        return Optional.of(PhaseSection.of(
                context, answered, closed, figures.drawn(PhaseSection.label(answered), caption, drawing)));
    }

    @Override
    public Prose inAbstract(SectionContext context, SectionContext.AnsweredItem<PhaseDiagramAnswer> answered) {
        PhaseDiagram diagram = answered.answer().diagram();
        return Prose.text(" A phase diagram over ")
                .andMath(FormulaPhrases.symbol(context.typesetter(), diagram.x().parameter()))
                .and(" and ")
                .andMath(FormulaPhrases.symbol(context.typesetter(), diagram.y().parameter()))
                .and(" shows the phases "
                        + String.join(
                                ", ",
                                diagram.categories().stream()
                                        .filter(name -> !name.equals(PhaseDiagram.UNDECIDED))
                                        .toList())
                        + ".");
    }

    @Override
    public List<PointMeasures> measures() {
        return List.of(new PhaseMeasures());
    }

    @Override
    public LiveInput live(PhaseDiagramQuestion question, PhaseDiagramAnswer answer) {
        return LiveInput.of(answer.diagram());
    }
}
