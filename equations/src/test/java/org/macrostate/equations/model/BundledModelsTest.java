package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.BadInput;

class BundledModelsTest {

    static List<String> names() {
        return BundledModels.names();
    }

    @Test
    void the_list_names_every_file_beside_it() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(BundledModels.class.getResource("/org/macrostate/equations/models"))
                        .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> yaml = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.substring(0, f.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertEquals(yaml, List.copyOf(new TreeSet<>(names())));
            assertEquals(yaml.size(), names().size());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_bundled_model_reads_as_the_model_of_its_name(String name) {
        LearningProblem problem = BundledModels.problem(name);
        assertEquals(name, problem.name());
        assertFalse(problem.cite().isEmpty());
        assertEquals(problem, ModelFile.read(BundledModels.text(name), "elsewhere"));
        assertEquals(problem.title(), BundledModels.describe(name));
    }

    @Test
    void a_wrong_name_is_answered_with_the_nearest() {
        assertEquals(
                "unknown model 'linear-vea'; did you mean 'linear-vae'?",
                assertThrows(BadInput.class, () -> BundledModels.text("linear-vea"))
                        .getMessage());
        assertThrows(BadInput.class, () -> BundledModels.text("../models/oja"));
    }
}
