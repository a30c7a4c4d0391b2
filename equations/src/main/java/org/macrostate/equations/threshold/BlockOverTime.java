package org.macrostate.equations.threshold;

import java.util.List;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** A block that the time for symbolic work did not reach: where it is stable is found by numbers. */
final class BlockOverTime {
    private BlockOverTime() {}

    static StabilityBlock of(
            List<List<RationalFunction>> matrix,
            ParameterPoints parameters,
            Symbol solved,
            Symbol eigenvalue,
            List<List<String>> copies,
            Sector sector) {
        StableRanges ranges = new StableRanges(new NumericBlock(matrix), parameters, solved, List.of());
        return new StabilityBlock(
                copies.get(0),
                copies,
                sector,
                matrix.stream()
                        .map(row ->
                                row.stream().map(RationalFunction::toExpression).toList())
                        .toList(),
                eigenvalue,
                Rational.ZERO,
                List.of(),
                ranges.further(),
                List.of(StabilityBlock.OVER_TIME, ranges.sentence()));
    }
}
