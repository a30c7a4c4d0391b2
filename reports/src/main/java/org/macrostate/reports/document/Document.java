package org.macrostate.reports.document;

import java.util.List;

/**
 * A report.
 *
 * @param summary the abstract; empty for none
 * @param madeBy what made it, in one small line
 */
public record Document(String title, Prose summary, List<Section> sections, List<Reference> references, String madeBy) {
    public Document {
        sections = List.copyOf(sections);
        references = List.copyOf(references);
    }
}
