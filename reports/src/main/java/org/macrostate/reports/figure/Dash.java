package org.macrostate.reports.figure;

/** How a line is interrupted, so that curves differ without colour. */
public enum Dash {
    SOLID("solid"),
    DASHED("dash pattern=on 5pt off 2.5pt", 7, 3.5),
    DOTTED("dash pattern=on 1.2pt off 1.8pt", 1.5, 2.8),
    DASHDOT("dash pattern=on 6pt off 2pt on 1.2pt off 2pt", 8, 3, 1.5, 3);

    final String tikz;
    final float[] lengths;

    Dash(String tikz, double... lengths) {
        this.tikz = tikz;
        this.lengths = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            this.lengths[i] = (float) lengths[i];
        }
    }

    /** Of strokes and gaps in turn, in units of a figure; none if solid. */
    public double[] lengths() {
        double[] copy = new double[lengths.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = lengths[i];
        }
        return copy;
    }

    /** The dash of the n-th curve, n = 0, 1, …: with the palette's colours, the first 24 curves all differ. */
    public static Dash number(int n) {
        return values()[Math.floorMod(n, values().length)];
    }
}
