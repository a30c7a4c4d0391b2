package org.macrostate.engine.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.LimitedTime;

/**
 * The time limit of a study, shared by its questions: each may take an equal part of what is left, and what it does not need
 * goes to those after it. Questions that needed more are asked again in the same way while there is time.
 */
final class StudyTime {
    /** Asks a question in the time that it is given, again if what it finished before is to be taken. */
    interface Asking<Q> {
        Answered answer(Q question, LimitedTime part, boolean isAgain);
    }

    private final LimitedTime whole;
    private final long begun = System.nanoTime();

    /** Begins now. */
    StudyTime(LimitedTime whole) {
        this.whole = whole;
    }

    /** One answer for each question, in their order. */
    <Q> List<Answered> shared(List<Q> questions, Asking<Q> asking) {
        List<Answered> answers = new ArrayList<>();
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            LimitedTime part = part(questions.size() - i);
            long before = System.nanoTime();
            Answered answered = asking.answer(questions.get(i), part, false);
            answers.add(answered);
            if (answered.failure().isPresent() && isSpent(part, System.nanoTime() - before)) {
                again.add(i);
            }
        }
        for (int k = 0; k < again.size(); k++) {
            LimitedTime part = part(again.size() - k);
            if (part.limit().filter(Duration::isZero).isEmpty()) {
                answers.set(again.get(k), asking.answer(questions.get(again.get(k)), part, true));
            }
        }
        return answers;
    }

    private static boolean isSpent(LimitedTime part, long nanoseconds) {
        return part.limit().filter(limit -> nanoseconds >= limit.toNanos()).isPresent();
    }

    /** An equal part of what is left for so many questions. */
    private LimitedTime part(int questions) {
        Duration left = whole.limit()
                .map(limit -> limit.minusNanos(System.nanoTime() - begun))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
        return whole.part(left.dividedBy(questions));
    }
}
