package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.report.Drawing;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.PaperNotation;
import org.macrostate.reports.latex.MathLatex;
import org.macrostate.reports.table.JsonText;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Typesetter;

/**
 * A study as a Jupyter notebook: the equations, and for each answer what was found, with cells that read its tables and show
 * its figures. It needs the files beside it and Python's standard library; tables are DataFrames where pandas is there.
 */
public final class StudyNotebook {
    private static final String READ = """
            # Reads what the study left beside this notebook.
            import csv
            import json
            from pathlib import Path

            from IPython.display import SVG, display

            try:
                import pandas
            except ImportError:
                pandas = None


            class Rows(list):
                def __repr__(self):
                    return f"{len(self)} rows, the first: {self[:1]}"


            def table(name):
                if pandas is not None:
                    return pandas.read_csv(name)
                with open(name, newline="", encoding="utf-8") as lines:
                    return Rows(csv.DictReader(lines))


            def answer(name):
                return json.loads(Path(name).read_text(encoding="utf-8"))


            def figure(name):
                display(SVG(filename=name))
            """;

    private final List<Object> cells = new ArrayList<>();

    private StudyNotebook() {}

    /**
     * The notebook's text.
     *
     * @param drawings the figures of the report
     * @param model the file of the study's model beside the notebook, if there is one
     */
    public static String of(ReportInput input, List<Drawing> drawings, Optional<String> model) {
        StudyNotebook notebook = new StudyNotebook();
        notebook.text("# " + plain(input.title()));
        notebook.text("Made by " + plain(input.program()) + " with\n\n```sh\n" + input.command() + "\n```");
        notebook.code(READ.stripTrailing());
        notebook.text("## Equations\n\n$$\n\\begin{aligned}\n"
                + equations(input.subject().system()) + "\n\\end{aligned}\n$$");
        List<Drawing> left = new ArrayList<>(drawings);
        for (Answered item : input.items()) {
            notebook.item(item, left);
        }
        if (!left.isEmpty()) {
            notebook.text("## Further figures");
            left.forEach(notebook::figure);
        }
        model.ifPresent(file -> notebook.text(
                "## The same from Python\n\nWith the companion package (`pip install` of the folder `engine/python`) the "
                        + "model is asked anew:\n\n```python\nimport macrostate\n\nmodel = macrostate.Model(\""
                        + file + "\")\nmodel.fixed_points()\n```"));
        return notebook.json();
    }

    /** @param drawings those that are not shown yet */
    private void item(Answered item, List<Drawing> drawings) {
        text("## " + item.name() + "\n\n" + plain(found(item)));
        if (item.answer().isEmpty()) {
            return;
        }
        code("answer(\"" + item.name() + ".json\").keys()");
        List<String> tables = item.answer().get().tables().stream()
                .map(DataTable::name)
                .map(item::csv)
                .toList();
        tables.forEach(name -> code("table(\"" + name + "\")"));
        List<Drawing> own = drawings.stream()
                .filter(drawing -> drawing.reads().stream().anyMatch(tables::contains))
                .toList();
        own.forEach(this::figure);
        drawings.removeAll(own);
    }

    private void figure(Drawing drawing) {
        code("figure(\"" + drawing.name() + ".svg\")");
    }

    private static String found(Answered item) {
        return item.failure().map(failure -> "Not answered: " + failure.why()).orElseGet(() -> Analyses.find(
                        item.question().name())
                .map(analysis -> found(analysis, item))
                .orElse(""));
    }

    @SuppressWarnings("unchecked") // the question was read by this analysis
    private static <Q extends Question, A extends Answer> String found(Analysis<Q, A> analysis, Answered item) {
        Optional<A> answer = item.as(analysis.answers());
        return answer.map(a -> analysis.found((Q) item.question(), a)).orElse("");
    }

    private static String equations(OrderParameterSystem computed) {
        OrderParameterSystem system =
                PaperNotation.of(computed).map(PaperNotation::system).orElse(computed);
        Typesetter typesetter = Typesetter.of(system.problem());
        List<EquationLine> lines = new ArrayList<>();
        system.equations().forEach(equation -> lines.add(typesetter.of(equation)));
        system.pieces().forEach(piece -> lines.add(typesetter.of(piece)));
        return lines.stream()
                .map(line -> MathLatex.of(line.left()) + " &= " + MathLatex.of(line.right()))
                .collect(Collectors.joining(" \\\\\n"));
    }

    /** Without what Markdown reads as its own. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|$])", "\\\\$1");
    }

    private void text(String source) {
        cells.add(cell("markdown", source));
    }

    private void code(String source) {
        Map<String, Object> cell = cell("code", source);
        cell.put("execution_count", Optional.empty());
        cell.put("outputs", List.of());
        cells.add(cell);
    }

    private static Map<String, Object> cell(String type, String source) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", type);
        cell.put("metadata", Map.of());
        cell.put("source", source);
        return cell;
    }

    private String json() {
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("display_name", "Python 3");
        kernel.put("language", "python");
        kernel.put("name", "python3");
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put("metadata", Map.of("kernelspec", kernel));
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 4);
        return JsonText.document(notebook);
    }
}
