package org.macrostate.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.analysis.derive.DeriveForm;
import org.macrostate.engine.analysis.derive.DeriveQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.model.BundledModels;

/** The time limit of a study is one of the whole command. */
class StudyTimeTest {
    private static final ModelInstance OJA = ModelInstance.of(BundledModels.problem("oja"), Settings.NONE);

    private static LimitedTime limit(long milliseconds) {
        return new LimitedTime(Optional.of(Duration.ofMillis(milliseconds)));
    }

    private static Answered failed(String name) {
        return new Answered(
                name,
                "",
                new DeriveQuestion(
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        new DeriveForm(Optional.empty(), false, Optional.empty())),
                OJA,
                Optional.empty(),
                Optional.of(Failure.of(new IllegalStateException("no time"))),
                false);
    }

    private static double seconds(LimitedTime part) {
        return part.limit().orElseThrow().toNanos() / 1e9;
    }

    private static void use(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Each of 3,000 questions takes all that it gets: together they get no more than the limit. */
    @Test
    void questions_share_the_limit_and_say_it_as_it_was_set() {
        List<Double> parts = new ArrayList<>();
        List<Answered> answers = new StudyTime(limit(400))
                .shared(Collections.nCopies(3000, "q"), (name, part, again) -> {
                    parts.add(seconds(part));
                    assertEquals("0.4 s", part.words());
                    use(part.limit().orElseThrow());
                    return failed(name);
                });
        assertEquals(3000, answers.size());
        assertTrue(parts.stream().mapToDouble(p -> p).sum() <= 0.4, parts.toString());
    }

    @Test
    void what_a_question_does_not_need_goes_to_those_after_it() {
        List<Double> parts = new ArrayList<>();
        new StudyTime(limit(10_000_000)).shared(List.of("a", "b", "c", "d"), (name, part, again) -> {
            parts.add(seconds(part));
            return failed(name);
        });
        assertEquals(2500, parts.get(0), 1);
        assertTrue(parts.get(3) > 9000, parts.toString());
    }

    /** The first needs more than its part, the second nothing: the first is asked again with what is left. */
    @Test
    void a_question_that_needs_more_than_its_part_is_asked_again_and_takes_what_it_had_finished() {
        List<String> asked = new ArrayList<>();
        new StudyTime(limit(6000)).shared(List.of("a", "b"), (name, part, again) -> {
            asked.add(name + again);
            if (asked.size() == 1) {
                use(part.limit().orElseThrow());
            }
            return failed(name);
        });
        assertEquals(List.of("afalse", "bfalse", "atrue"), asked);
    }

    @Test
    void without_a_limit_no_question_has_one() {
        new StudyTime(LimitedTime.NONE).shared(List.of("a", "b"), (name, part, again) -> {
            assertTrue(part.limit().isEmpty());
            return failed(name);
        });
    }
}
