package org.macrostate.reports.figure;

/** A named colour in light and in dark surroundings, each as {@code #RRGGBB}. */
record Colour(String name, String light, String dark) {}
