package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;
import org.macrostate.reports.figure.AxisTicks.Tick;

class AxisTicksTest {

    @Test
    void linear_ticks_are_inside_evenly_spaced_round_and_as_many_as_asked_for() {
        var random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            double high = low + Math.pow(10, random.nextInt(12) - 6) * (0.5 + random.nextDouble());
            if (!(high - low > 1e-9 * Math.abs(low))) {
                continue;
            }
            List<Tick> ticks =
                    AxisTicks.of(Scale.LINEAR, new Range(low, high), 7).major();
            double slack = 1e-8 * (high - low);
            assertTrue(ticks.size() >= 2 && ticks.size() <= 7, () -> ticks + " for " + low);
            double step = ticks.get(1).value() - ticks.get(0).value();
            double leading = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-6));
            assertTrue(List.of(1L, 2L, 5L).contains(Math.round(leading)), () -> "step " + step);
            assertEquals((double) Math.round(leading), leading, 1e-4, () -> "step " + step);
            for (int i = 0; i < ticks.size(); i++) {
                assertTrue(ticks.get(i).value() >= low - slack && ticks.get(i).value() <= high + slack);
                assertEquals(ticks.get(0).value() + i * step, ticks.get(i).value(), 1e-6 * (high - low));
            }
            assertEquals(
                    ticks.size(), ticks.stream().map(Tick::label).distinct().count(), ticks::toString);
        }
    }

    @Test
    void a_label_times_the_factor_is_the_value() {
        for (double size : new double[] {3e-7, 0.002, 0.04, 1, 700, 40_000, 2.5e6, 8e11}) {
            AxisTicks ticks = AxisTicks.of(Scale.LINEAR, new Range(-size, size), 8);
            double factor = ticks.factor().isEmpty()
                    ? 1
                    : Math.pow(
                            10,
                            Integer.parseInt(ticks.factor()
                                    .replaceAll("×10\\^\\{(.*)}", "$1")
                                    .replace('−', '-')));
            for (Tick tick : ticks.major()) {
                assertEquals(tick.value(), Double.parseDouble(tick.label().replace('−', '-')) * factor, 1e-9 * size);
            }
        }
    }

    @Test
    void ticks_of_many_decades_are_powers_of_ten_with_raised_exponents() {
        List<Tick> ticks = AxisTicks.of(Scale.LOG, new Range(1e-5, 1e4), 12).major();
        assertEquals(10, ticks.size());
        assertEquals(new Tick(1e-5, "10^{−5}"), ticks.get(0));
        assertTrue(AxisTicks.of(Scale.LOG, new Range(1e-200, 1e100), 8).major().size() <= 8);
        assertTrue(AxisTicks.of(Scale.LOG, new Range(1e-200, 1e100), 8).major().size() >= 3);
    }

    @Test
    void a_logarithmic_axis_of_less_than_a_decade_still_has_two_labels_or_more() {
        for (double high : new double[] {1.05, 1.3, 2, 4, 9, 15, 80}) {
            List<Tick> ticks = AxisTicks.of(Scale.LOG, new Range(0.97, high), 8).major();
            assertTrue(ticks.size() >= 2, () -> high + ": " + ticks);
            ticks.forEach(tick -> assertTrue(tick.value() >= 0.96 && tick.value() <= high * 1.001, ticks::toString));
        }
    }

    @Test
    void labels_below_an_axis_never_touch() {
        for (double[] r :
                new double[][] {{0, 1}, {-1e5, 1e5}, {12345, 12346}, {1e-9, 2e-9}, {-0.001, 1000}, {99999, 100001}}) {
            Figure figure = Figure.of(Axis.linear(Label.NONE).from(r[0], r[1]), Axis.linear(Label.NONE), List.of(), "");
            FigureLayout layout = FigureLayout.of(figure);
            List<Tick> ticks = layout.xTicks().major();
            for (int i = 1; i < ticks.size(); i++) {
                double apart = layout.x().at(ticks.get(i).value())
                        - layout.x().at(ticks.get(i - 1).value());
                double widths = RichText.of(ticks.get(i - 1).label()).width()
                        + RichText.of(ticks.get(i).label()).width();
                assertTrue(apart > widths * FigureLayout.TICK_SIZE / 2, () -> ticks.toString());
            }
        }
    }
}
