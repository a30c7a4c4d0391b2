package org.macrostate.reports.figure;

import java.util.List;

/**
 * Six colours that differ for colour-blind eyes (after Okabe and Ito, "Color Universal Design", 2008; yellow is
 * replaced by black-brown, since lines of it vanish on paper), each as a line and as a tint for areas, for light and
 * for dark surroundings. Tints rise in lightness in a zigzag, so that neighbouring slots differ in grey. Slots count
 * from 0 and repeat after {@link #size()}.
 */
public final class Palette {
    static final Colour INK = new Colour("ink", "#1A1A1A", "#E8E8E8");
    static final Colour MUTED = new Colour("muted", "#6B6B6B", "#A0A0A0");
    static final Colour PAPER = new Colour("paper", "#FFFFFF", "#17191C");
    static final Colour NEUTRAL = new Colour("neutral", "#F2F2F2", "#2B2D30");
    static final Colour CLOSED_FORM = new Colour("closed", "#E8590C", "#F0561D");

    private static final List<Colour> LINES = List.of(
            new Colour("blue", "#0072B2", "#4DA9E0"),
            new Colour("vermillion", "#D55E00", "#F2864A"),
            new Colour("green", "#009E73", "#2CC79A"),
            new Colour("purple", "#B4548C", "#DF94BF"),
            new Colour("orange", "#E69F00", "#F0B73C"),
            new Colour("brown", "#4A3B2A", "#C9B79F"));

    private static final List<Colour> TINTS = List.of(
            new Colour("blue-tint", "#A9CDE6", "#1F4A66"),
            new Colour("vermillion-tint", "#FBE3D0", "#5E3319"),
            new Colour("green-tint", "#8CCBB3", "#14503D"),
            new Colour("purple-tint", "#F1DCE8", "#553247"),
            new Colour("orange-tint", "#F3CE7E", "#5F4710"),
            new Colour("brown-tint", "#C9BFB3", "#453A2D"));

    /** Slots from here on are steps from small to large values: light to dark in one hue, for numbers rather than names. */
    private static final int STEPS_FROM = 1000;

    private static final List<Colour> STEPS = List.of(
            new Colour("step-1", "#DDEAF6", "#1A2C3C"),
            new Colour("step-2", "#BDD7EC", "#214360"),
            new Colour("step-3", "#9CC5E4", "#285A80"),
            new Colour("step-4", "#5A9FD1", "#3A80B4"),
            new Colour("step-5", "#2272B5", "#6BADDB"),
            new Colour("step-6", "#08306B", "#BBDCF3"));

    private Palette() {}

    /** The slot of a step, from 0 to {@code steps() - 1}. */
    public static int step(int number) {
        return STEPS_FROM + number;
    }

    public static int steps() {
        return STEPS.size();
    }

    public static int size() {
        return LINES.size();
    }

    /** The tints of regions on light paper, as {@code #RRGGBB}, for pages that draw themselves. */
    public static List<String> regions() {
        return TINTS.stream().map(Colour::light).toList();
    }

    static Colour line(int slot) {
        return slot >= STEPS_FROM ? STEPS.get(slot - STEPS_FROM) : LINES.get(Math.floorMod(slot, LINES.size()));
    }

    /** Of a boundary between phases. */
    static Colour boundary(int slot) {
        return slot == Layer.Boundary.INK ? INK : line(slot);
    }

    /** The same on light paper, as {@code #RRGGBB}, for pages that draw themselves. */
    public static String boundaryOnLight(int slot) {
        return boundary(slot).light();
    }

    static Colour tint(int slot) {
        return slot >= STEPS_FROM ? STEPS.get(slot - STEPS_FROM) : TINTS.get(Math.floorMod(slot, TINTS.size()));
    }
}
