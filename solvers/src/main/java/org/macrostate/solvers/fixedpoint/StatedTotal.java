package org.macrostate.solvers.fixedpoint;

import java.util.List;
import org.macrostate.equations.BadInput;

/** Reads sums of order parameters with numbers before them, {@code S + 2 Sp - Q[1,2]}. */
final class StatedTotal {
    private StatedTotal() {}

    /**
     * One coefficient a label.
     *
     * @throws BadInput if it is no such sum, or names no order parameter
     */
    static double[] read(String text, List<String> labels) {
        double[] form = new double[labels.size()];
        for (String term : text.replace(" ", "").replace("-", "+-").split("\\+")) {
            if (term.isEmpty()) {
                continue;
            }
            int begin = 0;
            while (begin < term.length() && !Character.isLetter(term.charAt(begin))) {
                begin++;
            }
            String label = term.substring(begin);
            int place = labels.indexOf(label);
            if (place < 0) {
                throw BadInput.unknownName("order parameter", label, labels);
            }
            form[place] += coefficient(term.substring(0, begin).replace("*", ""), text);
        }
        return form;
    }

    private static double coefficient(String number, String text) {
        if (number.isEmpty() || number.equals("-")) {
            return number.isEmpty() ? 1 : -1;
        }
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new BadInput("expected a sum of order parameters with numbers before them, found '" + text + "'");
        }
    }
}
