package org.macrostate.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.output.DataTable;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.html.HtmlDocument;
import org.macrostate.reports.live.LivePart;

/**
 * One answer as one page of HTML, without the rest of a report: what was found, its figures, tables and notes, and at its end
 * the model's equations at work.
 *
 * @param found one sentence
 * @param words the answer as text, if it has no tables
 * @param madeBy one line for its end
 * @param live what computes; empty where nothing does
 */
public record AnswerPage(
        String title,
        String found,
        List<Drawing> drawings,
        List<DataTable> tables,
        Optional<String> words,
        List<String> notes,
        String madeBy,
        Optional<LivePart> live) {
    private static final int MOST_ROWS = 2000;

    public AnswerPage {
        drawings = List.copyOf(drawings);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** The whole file. */
    public String html() {
        List<Block> blocks = new ArrayList<>();
        for (Drawing drawing : drawings) {
            blocks.add(new Block.FigureBlock("", Prose.text(drawing.caption()), "figure.tex", drawing.svg()));
        }
        words.ifPresent(text -> blocks.add(new Block.CodeBlock(text)));
        tables.forEach(table -> blocks.add(block(table)));
        if (!notes.isEmpty()) {
            blocks.add(new Block.ListBlock(notes.stream().map(Prose::text).toList(), false));
        }
        List<Section> sections = List.of(new Section("Result", "", blocks, List.of()));
        Document document = new Document(title, Prose.text(found), sections, List.of(), madeBy);
        return live.map(part -> HtmlDocument.render(document, part.section()))
                .orElseGet(() -> HtmlDocument.render(document));
    }

    private static Block block(DataTable table) {
        List<Block.Column> columns =
                table.columns().stream().map(Block.Column::left).toList();
        List<List<Prose>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ROWS, table.rows().size()); i++) {
            rows.add(table.rows().get(i).stream()
                    .map(value -> Prose.text(DataTable.cell(value)))
                    .toList());
        }
        String more = table.rows().size() > MOST_ROWS
                ? ", the first " + MOST_ROWS + " of " + table.rows().size() + " rows"
                : "";
        return new Block.TableBlock("", Prose.text(table.name() + more), columns, rows);
    }
}
