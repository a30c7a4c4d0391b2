package org.macrostate.engine.analysis;

import org.macrostate.engine.report.Drawing;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;

/** Where a section puts its figures. */
public interface SectionFigures {
    /** One small line for figures that says what made them. */
    String madeBy();

    /** The block of a figure, whose files will stand beside the report. */
    Block drawn(String label, Prose caption, Drawing drawing);
}
