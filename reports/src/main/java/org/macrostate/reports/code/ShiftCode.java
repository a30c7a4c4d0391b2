package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.tensor.Shift;

/** Neighbouring places in a programming language, which counts from 0 or from 1. */
final class ShiftCode {
    private final CodeSyntax syntax;
    private final String count;

    /** @param count the code of how many places there are */
    ShiftCode(CodeSyntax syntax, String count) {
        this.syntax = syntax;
        this.count = count;
    }

    private static boolean countsFromZero(CodeSyntax syntax) {
        return syntax.place(1).equals("0");
    }

    /** The condition that one place follows from another. */
    String leads(String from, Shift shift, String to) {
        String moved = from + (shift.by() < 0 ? " - " : " + ") + Math.abs(shift.by());
        List<String> ways = new ArrayList<>(List.of(moved + " == " + to));
        switch (shift.edge()) {
            case OPEN -> {}
            case PERIODIC -> {
                for (int turns = 1; turns <= Math.abs(shift.by()); turns++) {
                    String around = (shift.by() < 0 ? " + " : " - ") + (turns == 1 ? "" : turns + "*") + count;
                    ways.add(moved + around + " == " + to);
                }
            }
            case HELD -> {
                String edge = shift.by() < 0 ? syntax.place(1) : countsFromZero(syntax) ? count + " - 1" : count;
                String beyond = moved + (shift.by() < 0 ? " < " : " > ") + edge;
                ways.add(syntax.and(List.of(beyond, to + " == " + edge)));
            }
        }
        return ways.size() == 1 ? ways.get(0) : "(" + syntax.or(ways) + ")";
    }
}
