package org.macrostate.reports.document;

import java.util.List;

/**
 * A numbered section.
 *
 * @param label what references call it; empty if nothing refers to it
 */
public record Section(String title, String label, List<Block> blocks, List<Section> subsections) {
    public Section {
        blocks = List.copyOf(blocks);
        subsections = List.copyOf(subsections);
    }

    /** This section with one more block at its end, before its subsections. */
    public Section with(Block block) {
        List<Block> more = new java.util.ArrayList<>(blocks);
        more.add(block);
        return new Section(title, label, more, subsections);
    }

    public static Section of(String title, String label, Block... blocks) {
        return new Section(title, label, List.of(blocks), List.of());
    }
}
