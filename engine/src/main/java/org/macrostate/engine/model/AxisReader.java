package org.macrostate.engine.model;

import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.ParameterAxis;

/** Reads the axis of a grid as a user types it: {@code beta=0:3:121}. */
public final class AxisReader {
    private AxisReader() {}

    /** @throws BadInput if it is no parameter with a range and a number of points */
    public static ParameterAxis read(String text) {
        int equals = text.indexOf('=');
        String[] parts = text.substring(equals + 1).split(":", -1);
        if (equals < 1 || parts.length != 3) {
            throw new BadInput("expected PARAMETER=FROM:TO:POINTS, found '" + text + "'");
        }
        String parameter = text.substring(0, equals).strip();
        return new ParameterAxis(
                parameter,
                NumberReader.number("begin of " + parameter, parts[0]),
                NumberReader.number("end of " + parameter, parts[1]),
                NumberReader.wholeNumber("points of " + parameter, parts[2]));
    }
}
