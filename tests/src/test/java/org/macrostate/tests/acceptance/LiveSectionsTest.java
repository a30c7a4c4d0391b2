package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of one answer ends with the model's equations at work, as the report of a study does. */
class LiveSectionsTest {
    private static final String SECTION = "<section id=\"live\">";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate oja --until 20 --start q=0.1",
                "phase-diagram oja --x omega=0:2:5 --y tau=0.1:1:4",
                "thresholds oja --state learned --solve tau",
                "fixed-points oja",
                "branch oja --vary omega=0.5:3",
                "simulate oja --dimension 50 --runs 2 --until 5 --points 4",
                "derive oja",
                "fixed-points lorenz",
            })
    void a_page_of_one_answer_computes(String command) throws Exception {
        Path page = folder.resolve("page.html");
        Called.with(Stream.concat(Stream.of(command.split(" ")), Stream.of("--out", page.toString(), "--quiet"))
                        .toArray(String[]::new))
                .succeeds();
        String text = Files.readString(page);
        assertTrue(text.contains(SECTION) && text.contains("id=\"live-sliders\""), command);
        assertTrue(Files.size(page) < 400_000, "bytes: " + Files.size(page));
    }

    @Test
    void it_begins_with_what_was_asked() throws Exception {
        Path page = folder.resolve("page.html");
        Called.with("integrate", "oja", "--until", "37", "--start", "q=0.125,Q=2", "--out", page.toString(), "--quiet")
                .succeeds();
        JsonNode data = data(page);
        assertEquals(37, data.get("until").asDouble());
        assertEquals("[0.125,2.0]", data.get("start").toString().replace("2]", "2.0]"));
        Path found = folder.resolve("found.html");
        assertEquals(
                0,
                Called.with("fixed-points", "oja", "--out", found.toString(), "--quiet")
                        .status());
        assertEquals(3, data(found).get("seeds").size()); // (q, Q) = (0, 0), (0, 1 + tau / 2) and the learned one
    }

    private static JsonNode data(Path page) throws Exception {
        Matcher part = Pattern.compile("(?s)<script type=\"application/json\" id=\"live-data\">(.*?)</script>")
                .matcher(Files.readString(page));
        assertTrue(part.find(), "no data");
        return new ObjectMapper().readTree(part.group(1));
    }

    @Tag("slow")
    @Test
    void equations_that_are_too_large_for_a_page_are_left_out_and_it_is_said() throws Exception {
        Path page = folder.resolve("page.html");
        Called made = Called.with("derive", "soft-committee", "--size", "K=4,M=4", "--out", page.toString())
                .succeeds();
        assertTrue(made.err().contains("no live section in page.html: the equations of soft-committee are too large"));
        assertFalse(Files.readString(page).contains(SECTION));
    }
}
