package org.macrostate.reports.document;

import org.macrostate.reports.typeset.Layout;

/** A part of a line of text. */
public sealed interface Inline {
    record Text(String text) implements Inline {}

    record Emphasis(String text) implements Inline {}

    record Strong(String text) implements Inline {}

    record Code(String text) implements Inline {}

    record Math(Layout formula) implements Inline {}

    /** The number of what carries the label: an equation (in brackets), a section, a figure, a table. */
    record Ref(String label) implements Inline {}

    /** The number of a reference, in square brackets. */
    record Cite(String key) implements Inline {}

    /** @param address an {@code https:} or {@code http:} address; any other is shown as text */
    record Link(String text, String address) implements Inline {}
}
