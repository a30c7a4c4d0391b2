package org.macrostate.engine.analysis.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;

/** {@code passage Abs[q] > 0.5 at N=200 runs=8}: the mean time at which runs of SGD first pass a level. */
final class PassageMeasures implements PointMeasures {
    private static final String BEGIN = "passage ";
    private static final double END = 10_000;
    private static final int RUNS = 8;

    @Override
    public List<String> forms() {
        return List.of("passage EXPRESSION > VALUE at N=200 runs=8");
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        return text.startsWith(BEGIN);
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        List<PassageQuestion> questions =
                texts.stream().map(text -> question(text, circumstances)).toList();
        questions.forEach(question -> question.requireFits(subject));
        return block -> {
            List<List<PointValue>> values = new ArrayList<>();
            for (int point = 0; point < block.values().length; point++) {
                ModelInstance at = block.subject(point);
                values.add(questions.stream()
                        .map(question ->
                                value(question.answer(at, new ExecutionContext(new Runner(1), Progress.SILENT))))
                        .toList());
            }
            return values;
        };
    }

    private static PointValue value(PassageAnswer answer) {
        PassageAnswer.Ensemble ensemble = answer.ensembles().get(0);
        String some = "only " + ensemble.passed() + " of " + ensemble.times().length + " runs pass";
        return ensemble.passed() == ensemble.times().length
                ? PointValue.of(ensemble.mean())
                : new PointValue(ensemble.mean(), some);
    }

    private static PassageQuestion question(String text, Circumstances circumstances) {
        int at = text.lastIndexOf(" at ");
        String condition = text.substring(BEGIN.length(), Math.max(BEGIN.length(), at));
        int sign = Math.max(condition.lastIndexOf('<'), condition.lastIndexOf('>'));
        if (sign < 1) {
            throw new BadInput("expected 'passage EXPRESSION > VALUE at N=200 runs=8', found '" + text + "'");
        }
        Map<String, Integer> numbers = Assignments.wholeNumbers(
                text.substring(at + " at ".length()).strip().replace(" ", ","));
        for (String name : numbers.keySet()) {
            if (!List.of("N", "runs").contains(name)) {
                throw BadInput.unknownName("number of a passage", name, List.of("N", "runs"));
            }
        }
        Integer dimension = numbers.get("N");
        if (dimension == null) {
            throw new BadInput("a passage needs the dimension of its runs, as in 'at N=200', found '" + text + "'");
        }
        return new PassageQuestion(
                List.of(dimension),
                numbers.getOrDefault("runs", RUNS),
                condition.substring(0, sign).strip(),
                NumberReader.number("the level", condition.substring(sign + 1)),
                condition.charAt(sign) == '<',
                TimeGrid.even(circumstances.until().orElse(END), PassageQuestion.POINTS),
                Optional.of(circumstances.start()),
                true,
                circumstances.seed());
    }
}
